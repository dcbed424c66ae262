import { ApiError } from '../errors.ts'
import type { Caller } from './operation.ts'

/**
 * The reseller that a request is about: for a reseller always itself, for a CSP the one it names.
 * @param caller who asks
 * @param named the reseller in the request, if any
 * @returns its id; null for the CSP itself or for all
 * @throws ApiError 403 when a reseller names another one
 */
export function resellerScope({ role, resellerId }: Caller, named: string | null | undefined): string | null {
  const wanted = named?.toLowerCase() ?? null
  if (role === 'csp') return wanted
  if (resellerId === null || (wanted !== null && wanted !== resellerId)) throw new ApiError(403)
  return resellerId
}
