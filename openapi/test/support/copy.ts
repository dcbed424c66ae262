import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** A small contract that keeps every rule. */
export const smallContract = fileURLToPath(new URL('../fixtures/contract/', import.meta.url))

/** A change of one file: what to replace by what, the whole new text, or null to delete the file. */
export type Change = readonly [search: string, replacement: string] | string | null

/**
 * Copies a contract to a temporary folder, which is removed when the test ends, and changes files of the copy.
 * @returns the folder, with a trailing slash
 * @throws Error when the text to be replaced is not in the file, so that no case tests an unchanged contract
 */
export async function changedCopy(from: string, changes: Record<string, Change>): Promise<string> {
  const root = `${await mkdtemp(join(tmpdir(), 'contract-'))}/`
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const parts = ['openapi.yaml', 'paths', 'components', 'dist', 'src']
  for (const part of parts) {
    await cp(from + part, root + part, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
  for (const [file, change] of Object.entries(changes)) await apply(root + file, change)
  return root
}

async function apply(file: string, change: Change): Promise<void> {
  if (change === null) {
    await rm(file)
    return
  }
  await mkdir(dirname(file), { recursive: true })
  if (typeof change === 'string') {
    await writeFile(file, change)
    return
  }
  const [search, replacement] = change
  const text = await readFile(file, 'utf8')
  if (!text.includes(search)) throw new Error(`${file} does not contain ${JSON.stringify(search)}`)
  await writeFile(file, text.replace(search, replacement))
}
