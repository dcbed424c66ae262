import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inRepository } from '../shared/repository.ts'
import type { Corner, Finding } from './corner.ts'

const folder = inRepository('node_modules/.cache/contract-check')

/**
 * Looks at a corner, unless nothing that decides the finding has changed since it was found right. A corner that
 * was found wrong is looked at again.
 */
export async function lookOnce({ name, inputs, look }: Corner): Promise<Finding> {
  if (inputs === undefined) return look()
  const state = await hashOf(inputs)
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
async function hashOf(paths: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesUnder(inRepository(path))) hash.update(file).update(await readFile(file))
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
    .filter((file) => !file.includes('/node_modules/') && !file.includes('/dist/'))
    .toSorted()
}
