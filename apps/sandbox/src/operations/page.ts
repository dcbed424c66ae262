import type { components } from '@cloudcockpit/openapi/types'

/**
 * A list's page around its items.
 * @param items what stands on the page
 * @param totalCount how many there are on all pages
 */
export function pageOf<Item>(
  items: Item[],
  totalCount: number,
  pageNumber: number,
  pageSize: number,
): Required<components['schemas']['Page']> & { items: Item[] } {
  const totalPages = Math.ceil(totalCount / pageSize)
  return {
    items,
    paginationParameters: { pageNumber, pageSize },
    totalPages,
    totalCount,
    hasPreviousPage: pageNumber > 1 && totalPages > 0,
    hasNextPage: pageNumber < totalPages,
    continuationToken: null,
  }
}

/** What is wrong with a search that names a field and no value, or a filter that needs another one. */
export function needsAlso(sent: readonly string[], name: string, needed: string) {
  if (!sent.includes(name) || sent.includes(needed)) return []
  return [{ property: needed, sentence: `The parameter is required when ${name} is given.` }]
}
