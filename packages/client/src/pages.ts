import type { CallOptions, CockpitClient, Data, Operation, PathWith, Result } from './types.ts'
import { unwrap } from './unwrap.ts'

/** The paths whose GET answers one page of a list. */
export type PagedPath = {
  [P in PathWith<'get'>]: Data<Operation<P, 'get'>> extends { hasNextPage?: boolean } ? P : never
}[PathWith<'get'>]

/** One page of the list at a path. */
export type PageOf<P extends PagedPath> = Data<Operation<P, 'get'>>

/**
 * Reads a list page by page, from `pageNumber` or the first page on, until the API says that there is no next one.
 * A page is read when the loop asks for it; leaving the loop ends the reading.
 * @param options what a GET of the path takes
 * @throws CockpitError whatever went wrong, at the page where it did
 * @example
 * ```ts
 * for await (const page of pages(cockpit, '/v1/Customers', { params: { query: { pageSize: 500 } } }))
 *   for (const customer of page.items ?? []) console.log(customer.companyName)
 * ```
 */
export async function* pages<P extends PagedPath>(
  cockpit: CockpitClient,
  path: P,
  options?: CallOptions<Operation<P, 'get'>>,
): AsyncGenerator<PageOf<P>, void, undefined> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every paged path takes a pageNumber and answers a page
  const get = cockpit.GET as unknown as (path: P, options: object) => Promise<Result<PageOf<P>>>
  const { params }: { params: { query?: { pageNumber?: number } } } = { params: {}, ...options }
  for (let pageNumber = params.query?.pageNumber ?? 1; ; pageNumber++) {
    const page = await unwrap(
      get(path, { ...options, params: { ...params, query: { ...params.query, pageNumber } } }),
    )
    yield page
    const { items, hasNextPage } = page as { items?: unknown[] | null; hasNextPage?: boolean }
    if (!hasNextPage || !items?.length) return
  }
}
