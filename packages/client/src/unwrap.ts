import type { Result } from './types.ts'

/**
 * Gives the data of a call, or throws its error.
 * @param result what a method of the client returns
 * @throws CockpitError whatever went wrong: an `ApiError` when the API answered with an error
 * @example
 * ```ts
 * const customer = await unwrap(cockpit.GET('/v1/Customers/{customerId}', { params: { path: { customerId } } }))
 * ```
 */
export async function unwrap<D>(result: Result<D> | PromiseLike<Result<D>>): Promise<D> {
  const settled = await result
  if (settled.error) throw settled.error
  return settled.data
}
