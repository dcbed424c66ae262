/**
 * Runs a script of this folder: `node scripts/run.js generate --check`.
 *
 * esbuild turns the TypeScript into JavaScript once per change of this folder; Node loads the dependencies as they
 * are. A loader that looks at each of their modules, as tsx does, makes the start twice as slow.
 */
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

const scripts = fileURLToPath(new URL('./', import.meta.url))
// Beside scripts/, because a script finds the contract from where it stands itself.
const cache = fileURLToPath(new URL('../.cache/', import.meta.url))
const [name = '', ...args] = process.argv.slice(2)

const state = await stateOfScripts()
const entry = (await knownEntry()) ?? (await translate())
process.setSourceMapsEnabled(true)
process.argv = [process.argv0, name, ...args]
await import(`${cache}${entry}`)

/** Names, times and sizes of the scripts: when one of them changed, so does this. */
async function stateOfScripts() {
  const files = (await readdir(scripts)).toSorted()
  const states = await Promise.all(
    files.map(async (file) => {
      const { mtimeMs, size } = await stat(scripts + file)
      return `${file} ${mtimeMs} ${size}`
    }),
  )
  return states.join('\n')
}

/** The program that was made from the scripts as they are now, if there is one. */
async function knownEntry() {
  const [file = '', ...made] = (await readFile(`${cache}${name}.made`, 'utf8').catch(() => '')).split('\n')
  const isThere = made.join('\n') === state && (await stat(`${cache}${file}`).catch(() => undefined))
  return isThere ? file : undefined
}

async function translate() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [`${scripts}${name}.ts`],
    outdir: cache,
    entryNames: '[name]-[hash]',
    // Turbo takes every `.js` file of this folder for a source.
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    write: false,
  })
  await mkdir(cache, { recursive: true })
  for (const { path, contents } of outputFiles) await replace(path, contents)
  const made = outputFiles.map(({ path }) => basename(path)).find((file) => file.startsWith(`${name}-`))
  if (made === undefined) throw new Error(`scripts/${name}.ts made no program.`)
  await replace(`${cache}${name}.made`, `${made}\n${state}`)
  return made
}

/**
 * Renaming keeps others, who may run the same script, from reading half a file.
 * @param {string} path
 * @param {string | Uint8Array} contents
 */
async function replace(path, contents) {
  const unfinished = `${path}.${process.pid}-${Math.random()}`
  await writeFile(unfinished, contents)
  await rename(unfinished, path)
}
