import { loopbackOrigin } from './loopback.ts'

/** An API Access client that the sandbox comes with. Only the sandbox knows it, so its secret is none. */
export interface DemoClient {
  /** What the reader chooses it by. */
  readonly name: string
  /** The domains of its tenant; each may stand in X-Tenant. */
  readonly domains: readonly string[]
  readonly clientId: string
  readonly clientSecret: string
}

/** How the console gets a token from the sandbox. */
export interface SandboxTokens {
  /** The token endpoint's path at the sandbox. */
  readonly path: string
  readonly scope: string
  readonly clients: readonly DemoClient[]
}

/**
 * Gets an access token from the sandbox's token endpoint.
 * @param origin the sandbox's address, without a slash at the end.
 * @throws Error that says what to do, when the sandbox does not answer or refuses.
 */
export async function sandboxToken(
  origin: string,
  tokens: SandboxTokens,
  client: DemoClient,
): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client.clientId,
    client_secret: client.clientSecret,
    scope: tokens.scope,
  })
  const init = { method: 'POST', body, credentials: 'omit', redirect: 'error', cache: 'no-store' } as const
  const response = await fetch(origin + tokens.path, init).catch(() => undefined)
  if (response === undefined) throw new Error(notRunning(origin))
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && hasToken(answer)) return answer.access_token
  throw new Error(
    `${origin} refused the token request with ${response.status}. The demo credentials exist only in a sandbox ` +
      'bound to this machine; paste a token of your own instead.',
  )
}

/** What to tell when nothing answers at the sandbox's address. Pages from elsewhere have to be let in by name. */
export function notRunning(origin: string): string {
  const own = loopbackOrigin(location.origin)
  const command =
    own === undefined ? `npm run sandbox -- --cors-origins ${location.origin}` : 'npm run sandbox'
  return `No answer from ${origin}. Is the sandbox running? Start it with "${command}" and try again.`
}

function hasToken(answer: unknown): answer is { access_token: string } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'access_token' in answer &&
    typeof answer.access_token === 'string'
  )
}
