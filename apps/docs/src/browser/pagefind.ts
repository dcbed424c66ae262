import type { PageResult } from './search-hits.ts'

/** The part of Pagefind's browser module that search uses. */
interface Pagefind {
  options: (options: { baseUrl: string; excerptLength: number }) => Promise<void>
  init: () => Promise<void>
  search: (query: string) => Promise<{ results: { id: string; data: () => Promise<PageResult> }[] }>
}

let module: Promise<Pagefind> | undefined

/**
 * Searches the offline index, which is fetched at the first use. Pages that have several words as one phrase, such as
 * the text of an error, come first.
 * @param base the path that the site is published under, with a slash at its end
 * @param query what the reader typed
 * @param most how many pages to read
 */
export async function searchPages(base: string, query: string, most: number): Promise<PageResult[]> {
  module ??= load(base)
  const pagefind = await module
  const phrase = query.replaceAll('"', ' ').trim()
  const queries = /\s/.test(phrase) ? [`"${phrase}"`, query] : [query]
  const answers = await Promise.all(queries.map((one) => pagefind.search(one)))
  const found = new Map(answers.flatMap(({ results }) => results).map((result) => [result.id, result]))
  return Promise.all([...found.values()].slice(0, most).map((result) => result.data()))
}

async function load(base: string): Promise<Pagefind> {
  const address = `${base}pagefind/pagefind.js`
  const pagefind: Pagefind = await import(/* @vite-ignore */ address)
  await pagefind.options({ baseUrl: base, excerptLength: 16 })
  await pagefind.init()
  return pagefind
}
