import { oauth } from '@cloudcockpit/openapi/facts'
import { readText } from './body.ts'
import { retryAfter } from './headers.ts'
import { maskFor, parse } from './mask.ts'
import { backoff, faultOf, isTransient } from './retry.ts'
import { limit } from './time.ts'
import { safeAddress } from './url.ts'

/** What the client tells a token source. */
export interface TokenRequest {
  /** Aborts when the call ends before its token came. */
  readonly signal?: AbortSignal | undefined
  /** A token that the API has just refused with 401: never hand it out again. */
  readonly refused?: string | undefined
}

/**
 * Gives an access token. When its error carries `retryAfterMs`, the client asks again after that many milliseconds,
 * as long as the call's deadline and its number of attempts allow.
 */
export type TokenSource = (request: TokenRequest) => string | Promise<string>

/** The API Access of a program, and where it gets its tokens. */
export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: string
  /** Default: the contract's. Https only, or http on loopback. */
  readonly tokenUrl?: string | undefined
  /** Default: the contract's. */
  readonly scope?: string | undefined
  /** For one token call, in milliseconds. Default: 10 000. */
  readonly timeoutMs?: number | undefined
  /** Default: the platform's. */
  readonly fetch?: typeof globalThis.fetch | undefined
}

interface Token {
  readonly value: string
  /** From then on, in its last tenth, it is renewed in the background. */
  readonly renewAt: number
  /** From then on, in its last sixtieth (a minute of an hour), it is not handed out any more. */
  readonly staleAt: number
}

/** A token call under way, and how many callers wait for it. */
interface Renewal {
  readonly token: Promise<Token>
  readonly cancel: AbortController
  waiting: number
}

/** A failed token call; with `retryAfterMs` when another one may succeed. */
type TokenFailure = Error & { retryAfterMs?: number | undefined }

/**
 * Gets access tokens from Microsoft Entra by the OAuth 2 client credentials grant, and shares each until shortly
 * before it expires: one token call, however many callers wait.
 * @throws TypeError when `tokenUrl` is not https (or http on loopback)
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4
 * @example
 * ```ts
 * const cockpit = createClient({
 *   tenant: 'portal.cloudcockpit.com',
 *   auth: clientCredentials({ clientId: 'an id', clientSecret: 'a secret' }),
 * })
 * ```
 */
export function clientCredentials(credentials: ClientCredentials): TokenSource {
  const url = safeAddress(credentials.tokenUrl ?? oauth.tokenUrl)
  let token: Token | undefined
  let renewal: Renewal | undefined
  let failed: TokenFailure | undefined
  let failures = 0
  let askAgainAt = 0

  function renew(): Renewal {
    const cancel = new AbortController()
    const started: Renewal = { token: requestToken(url, credentials, cancel.signal), cancel, waiting: 0 }
    started.token
      .then(
        (fresh) => {
          token = fresh
          failures = 0
        },
        (error: TokenFailure) => {
          if (cancel.signal.aborted) return
          failed = error
          askAgainAt = Date.now() + Math.max(error.retryAfterMs ?? 0, backoff(++failures))
        },
      )
      .finally(() => {
        if (renewal === started) renewal = undefined
      })
    return (renewal = started)
  }

  return async ({ signal, refused }) => {
    if (token?.value === refused) token = undefined
    const now = Date.now()
    const mayAsk = now >= askAgainAt
    if (token && now < token.staleAt) {
      if (now >= token.renewAt && mayAsk && !renewal) renew()
      return token.value
    }
    if (!renewal && !mayAsk) throw failed
    const joined = renewal ?? renew()
    joined.waiting++
    try {
      return (await limit(Infinity, signal, () => joined.token)).value
    } finally {
      // A token call that nobody waits for any more ends with its last caller.
      if (--joined.waiting === 0 && signal?.aborted) {
        joined.cancel.abort()
        if (renewal === joined) renewal = undefined
      }
    }
  }
}

async function requestToken(url: string, options: ClientCredentials, parent: AbortSignal): Promise<Token> {
  const { clientId, clientSecret, scope = oauth.scope, timeoutMs = 10_000, fetch: send = fetch } = options
  const fail = (detail: string, retryAfterMs?: number): TokenFailure =>
    Object.assign(new Error(maskFor([clientSecret])(`POST ${url}: ${detail}`.slice(0, 800))), {
      retryAfterMs,
    })
  const form = { client_id: clientId, client_secret: clientSecret, scope, grant_type: 'client_credentials' }
  const ask = async (signal: AbortSignal) => {
    const body = new URLSearchParams(form)
    const response = await send(url, { method: 'POST', body, redirect: 'manual', signal })
    return { response, text: await readText(response, 65_536) }
  }
  const { response, text = '' } = await limit(timeoutMs, parent, ask).catch((error: unknown) => {
    throw fail(`no whole answer (${faultOf(error)})`, 0)
  })
  const { status } = response
  const answer = Object(parse(text))
  const value: unknown = answer.access_token
  if (!response.ok)
    throw fail(
      [status, answer.error, answer.error_description].join(' '),
      isTransient(status) ? (retryAfter(response) ?? 0) : undefined,
    )
  const lifeMs = /^[\d.]+$/.test(answer.expires_in) ? Math.min(answer.expires_in, 86_400) * 1000 : 0
  if (
    !/^bearer$/i.test(answer.token_type) ||
    !(lifeMs > 0) ||
    typeof value !== 'string' ||
    !/^[!-~]+$/.test(value)
  )
    throw fail(`${status} with a wrong access_token, token_type or expires_in`)
  // Counted on our own clock from the moment of the answer, so that the server's clock does not matter.
  const end = Date.now() + lifeMs
  return { value, renewAt: end - lifeMs / 10, staleAt: end - lifeMs / 60 }
}
