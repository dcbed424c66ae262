import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import type { FinishedPage } from './finished-pages.ts'

/** Pagefind brings user interfaces of its own, which this site does not use. */
const unused = /^pagefind-(ui|modular-ui|highlight|component-ui)\./

/**
 * The offline search index of a site. Pagefind works in a process of its own, so that pages are indexed while others
 * are still being rendered.
 * @see https://pagefind.app/docs/node-api/
 */
export class SearchIndex {
  readonly #index: PagefindIndex
  readonly #base: string
  readonly #added: Promise<string[]>[] = []

  private constructor(index: PagefindIndex, base: string) {
    this.#index = index
    this.#base = base
  }

  /**
   * Starts the indexer.
   * @param base the path that the site is published under, with a slash at its end
   * @throws Error when Pagefind cannot be started
   */
  static async start(base: string): Promise<SearchIndex> {
    const { index, errors } = await createIndex({ forceLanguage: 'en' })
    if (index === undefined) throw failure(errors)
    return new SearchIndex(index, base)
  }

  /** Adds a page. What is around its main part is the same everywhere and is not searched. */
  add({ path, html }: FinishedPage): void {
    const main = mainOf(html)
    if (main === undefined) return
    const url = `/${path.slice(this.#base.length)}`
    const content = `<!doctype html><html lang="en"><body>${main}</body></html>`
    this.#added.push(this.#index.addHTMLFile({ url, content }).then(({ errors }) => errors))
  }

  /**
   * Writes the index of all pages that were added. The files are written here, not by Pagefind: its process may end
   * before the last of them is on the disk.
   * @param folder where the pages are, and where the index goes
   * @returns how many pages were indexed
   * @throws Error with everything that Pagefind did not understand
   */
  async write(folder: string): Promise<number> {
    try {
      const failed = (await Promise.all(this.#added)).flat()
      const { files, errors } = await this.#index.getFiles()
      if (failed.length + errors.length > 0) throw failure([...failed, ...errors])
      for (const { path, content } of files.filter((file) => !unused.test(file.path))) {
        const file = join(folder, 'pagefind', path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, content)
      }
      return this.#added.length
    } finally {
      await close()
    }
  }
}

/** The part of a page that search is about; none for a page that search leaves out. */
function mainOf(html: string): string | undefined {
  const start = html.search(/<main\b[^>]*\bdata-pagefind-body\b/)
  return start < 0 ? undefined : html.slice(start, html.lastIndexOf('</main>') + '</main>'.length)
}

function failure(errors: readonly string[]): Error {
  return new Error(`The search index cannot be made: ${errors.join('; ')}`)
}
