import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { close, createIndex } from 'pagefind'

/** Pagefind brings user interfaces of its own, which this site does not use. */
const unused = /^pagefind-(ui|modular-ui|highlight|component-ui)\./

/**
 * Makes the offline search index of all pages. The files are written here, not by Pagefind: its process may end
 * before the last of them is on the disk.
 * @param folder where the pages are, and where the index goes
 * @returns how many pages were indexed
 * @see https://pagefind.app/docs/node-api/
 */
export async function writeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' })
  if (index === undefined) throw new Error(`The search index cannot be made: ${errors.join('; ')}`)
  try {
    const added = await index.addDirectory({ path: folder })
    const made = await index.getFiles()
    const failures = [...added.errors, ...made.errors]
    if (failures.length > 0) throw new Error(`The search index cannot be made: ${failures.join('; ')}`)
    for (const { path, content } of made.files.filter((file) => !unused.test(file.path))) {
      const file = join(folder, 'pagefind', path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
    return added.page_count
  } finally {
    await close()
  }
}
