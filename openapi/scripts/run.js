/**
 * Runs a script of this folder: `node scripts/run.js generate --check`.
 *
 * esbuild turns the TypeScript into JavaScript, which takes some 40 ms; Node loads the dependencies as they are. A
 * loader that looks at each of their modules, as tsx does, makes the start twice as slow.
 */
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const [name = '', ...args] = process.argv.slice(2)
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
  // Beside scripts/, because a script finds the contract from where it stands itself.
  outdir: fileURLToPath(new URL('../.cache/', import.meta.url)),
  entryNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  write: false,
})
for (const file of outputFiles) await writeOnce(file.path, file.contents)
process.setSourceMapsEnabled(true)
process.argv = [process.argv0, name, ...args]
await import(entryOf(outputFiles.map(({ path }) => path)))

/**
 * A name carries the hash of its text, so what is there is right; renaming keeps others from reading half a file.
 * @param {string} path
 * @param {Uint8Array} contents
 */
async function writeOnce(path, contents) {
  if (await stat(path).catch(() => undefined)) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.${process.pid}`, contents)
  await rename(`${path}.${process.pid}`, path)
}

/** @param {string[]} paths */
function entryOf(paths) {
  const entry = paths.find((path) => basename(path).startsWith(`${name}-`))
  if (entry === undefined) throw new Error(`scripts/${name}.ts made no program.`)
  return entry
}
