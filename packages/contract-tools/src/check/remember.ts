import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repositoryRoot } from '../shared/repository.ts'
import type { Corner, Finding } from './corner.ts'

/** What decides every finding: the installed packages, and how corners are looked at. */
const always = ['package-lock.json', 'packages/contract-tools/src']

/**
 * Looks at a corner, unless nothing that decides the finding has changed since it was found right: not one byte of its
 * inputs, of the installed packages or of the code that looks, nor its further state or the version of Node. A corner
 * that was found wrong is looked at again.
 * @param root the repository; default: this one
 */
export async function lookOnce(
  { name, inputs, state: stateOf, look }: Corner,
  root: string = repositoryRoot,
): Promise<Finding> {
  if (inputs === undefined) return look()
  const further = stateOf === undefined ? '' : await stateOf()
  if (further === undefined) return look()
  const folder = join(root, 'node_modules/.cache/contract-check')
  const state = await hashOf(
    [...always, ...inputs].map((path) => join(root, path)),
    further,
  )
  const path = join(folder, name)
  const [known, ...detail] = (await readFile(path, 'utf8').catch(() => '')).split('\n')
  if (known === state) return { ok: true, detail: detail.join('\n') }
  const finding = await look()
  if (finding.ok) {
    await mkdir(folder, { recursive: true })
    await writeFile(path, `${state}\n${finding.detail}`)
  }
  return finding
}

/** A hash over the paths and contents of all files under some paths; what is not there counts as empty. */
async function hashOf(paths: string[], further: string): Promise<string> {
  const hash = createHash('sha256').update(process.version).update(further)
  for (const path of paths) {
    for (const file of await filesUnder(path)) {
      const text = await readFile(file)
      // With its length, so that no two sets of files can read the same.
      hash.update(`\0${file}\0${text.length}\0`).update(text)
    }
  }
  return hash.digest('hex')
}

async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile()) return [path]
  if (!found?.isDirectory()) return []
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\/(node_modules|dist|\.cache)\//.test(file.slice(path.length)))
    .toSorted()
}
