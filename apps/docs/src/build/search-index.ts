import { join } from 'node:path'
import { close, createIndex } from 'pagefind'

/**
 * Makes the offline search index of all pages.
 * @param folder where the pages are, and where the index goes
 * @returns how many pages were indexed
 * @see https://pagefind.app/docs/node-api/
 */
export async function writeSearchIndex(folder: string): Promise<number> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' })
  if (index === undefined) throw new Error(`The search index cannot be made: ${errors.join('; ')}`)
  try {
    const added = await index.addDirectory({ path: folder })
    const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') })
    const failures = [...added.errors, ...written.errors]
    if (failures.length > 0) throw new Error(`The search index cannot be made: ${failures.join('; ')}`)
    return added.page_count
  } finally {
    await close()
  }
}
