import { ApiError } from '../errors.ts'
import type { Role } from '../contract/seed.ts'
import type { ApiClient } from './clients.ts'
import type { Tokens } from './tokens.ts'

/** A caller whose token is good, before its tenant is known. */
export interface Identity {
  client: ApiClient
  role: Role
}

/**
 * Finds out who sends a request.
 * @param header the header Authorization
 * @param tokens verifies tokens
 * @param find finds the API Access that a token was made for
 * @throws ApiError 401 without a good token
 */
export async function authenticate(
  header: string | undefined,
  tokens: Tokens,
  find: (clientId: string) => Promise<ApiClient | undefined>,
): Promise<Identity> {
  const isBearer = header?.slice(0, 7).toLowerCase() === 'bearer '
  const token = isBearer ? header.slice(7).trim() : ''
  const claims = token === '' ? undefined : await tokens.verify(token)
  const client = claims === undefined ? undefined : await find(claims.clientId)
  // The token's role counts only as long as the API Access still has it.
  if (claims === undefined || client === undefined || !claims.roles.includes(client.role))
    throw new ApiError(401, undefined, [], { 'WWW-Authenticate': 'Bearer error="invalid_token"' })
  return { client, role: client.role }
}
