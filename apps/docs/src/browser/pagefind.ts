import type { PageResult } from './search-hits.ts'

/** The part of Pagefind's browser module that search uses. */
interface Pagefind {
  options: (options: { baseUrl: string; excerptLength: number }) => Promise<void>
  init: () => Promise<void>
  search: (query: string) => Promise<{ results: { data: () => Promise<PageResult> }[] }>
}

let module: Promise<Pagefind> | undefined

/**
 * Searches the offline index, which is fetched at the first use.
 * @param base the path that the site is published under, with a slash at its end
 * @param query what the reader typed
 * @param most how many pages to read
 */
export async function searchPages(base: string, query: string, most: number): Promise<PageResult[]> {
  module ??= load(base)
  const { results } = await (await module).search(query)
  return Promise.all(results.slice(0, most).map((result) => result.data()))
}

async function load(base: string): Promise<Pagefind> {
  const address = `${base}pagefind/pagefind.js`
  const pagefind: Pagefind = await import(/* @vite-ignore */ address)
  await pagefind.options({ baseUrl: base, excerptLength: 16 })
  await pagefind.init()
  return pagefind
}
