import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { TokenFaults } from '../faults/token-faults.ts'
import { limits } from '../limits.ts'
import type { ApiClient } from './clients.ts'
import type { KeyRing } from './keys.ts'
import { isSecret } from './secret.ts'
import { type Authority, issuersOf, type Tokens } from './tokens.ts'

/** What the token endpoint needs. */
export interface TokenEndpoint {
  authority: Authority
  tokens: Tokens
  keys: KeyRing
  faults: TokenFaults
  find(clientId: string): Promise<ApiClient | undefined>
}

/**
 * Adds an endpoint with the paths and the answers of Microsoft Entra's: tokens for client credentials, the key
 * set and the OpenID configuration.
 */
export function addTokenEndpoint(app: FastifyInstance, endpoint: TokenEndpoint): void {
  const { authority, keys } = endpoint
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: limits.headerBytes },
      async (_request: FastifyRequest, body: string) => new URLSearchParams(body),
    )
    scope.post(authority.tokenPath, async (request, reply) => answer(endpoint, request, reply))
    scope.get(`/${authority.directory}/discovery/v2.0/keys`, async () => keys.publicSet())
    scope.get(`/${authority.directory}/v2.0/.well-known/openid-configuration`, async (request) => {
      const origin = `${request.protocol}://${request.host}`
      return {
        issuer: issuersOf(authority)[2],
        token_endpoint: origin + authority.tokenPath,
        jwks_uri: `${origin}/${authority.directory}/discovery/v2.0/keys`,
        token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
        response_types_supported: ['token'],
        subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256'],
      }
    })
  })
}

async function answer(
  endpoint: TokenEndpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  void reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' })
  const fault = endpoint.faults.next()
  if (fault?.kind === 'token-refuse')
    return refuse(reply, 401, 'invalid_client', 'The token endpoint was told to refuse.')
  if (fault?.kind === 'token-429') {
    void reply.header('retry-after', fault.retryAfter)
    return refuse(reply, 429, 'temporarily_unavailable', 'Too many requests for tokens.')
  }
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
  const basic = basicCredentials(request.headers.authorization)
  const id = form.get('client_id') ?? basic?.id
  const secret = form.get('client_secret') ?? basic?.secret
  if (form.get('grant_type') !== 'client_credentials')
    return refuse(reply, 400, 'unsupported_grant_type', 'The grant_type must be client_credentials.')
  if (id === undefined || secret === undefined)
    return refuse(reply, 400, 'invalid_request', 'The form must have client_id and client_secret.')
  if (form.get('scope') !== endpoint.authority.scope)
    return refuse(reply, 400, 'invalid_scope', `The scope must be ${endpoint.authority.scope}.`)
  const client = id.includes('\0') ? undefined : await endpoint.find(id)
  if (!isSecret(secret, client?.secretHash) || client === undefined)
    return refuse(reply, 401, 'invalid_client', 'The client id or the client secret is wrong.')
  const expiresIn = fault?.kind === 'token-short' ? fault.seconds : limits.tokenSeconds
  const token = await endpoint.tokens.sign(client, { expiresIn })
  return reply.send({
    token_type: 'Bearer',
    expires_in: expiresIn,
    ext_expires_in: expiresIn,
    access_token: token,
  })
}

/** The shape of Microsoft Entra's errors; the texts are the sandbox's own. */
function refuse(reply: FastifyReply, status: number, error: string, description: string): FastifyReply {
  return reply.code(status).send({
    error,
    error_description: description,
    error_codes: [],
    timestamp: new Date().toISOString(),
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
  })
}

function basicCredentials(header: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^Basic +(\S+)$/iu.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  try {
    return { id: decodeURIComponent(id), secret: decodeURIComponent(rest.join(':')) }
  } catch {
    return undefined
  }
}
