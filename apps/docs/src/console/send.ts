/** A request as it is about to be sent. */
export interface ConsoleRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Without `Bearer`; empty for none. */
  readonly token: string
  readonly body: string | undefined
}

/** What came of a request. `ms` counts from sending to the end of the body. */
export type Outcome =
  | {
      readonly kind: 'answer'
      readonly ms: number
      readonly status: number
      readonly statusText: string
      readonly headers: readonly (readonly [name: string, value: string])[]
      readonly body: string
    }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'cancelled' | 'unanswered'; readonly ms: number }

/**
 * Sends a request and waits for the whole answer. Never throws: every failure is an outcome. Cookies stay at home,
 * nothing is cached, and a redirect is not followed.
 */
export async function send(request: ConsoleRequest, signal: AbortSignal): Promise<Outcome> {
  const prepared = prepare(request, signal)
  if (typeof prepared === 'string') return { kind: 'refused', reason: prepared }
  const start = performance.now()
  const ms = (): number => Math.round(performance.now() - start)
  try {
    const response = await fetch(prepared)
    const body = await response.text()
    const { status, statusText, headers } = response
    return { kind: 'answer', ms: ms(), status, statusText, headers: [...headers], body }
  } catch {
    return { kind: signal.aborted ? 'cancelled' : 'unanswered', ms: ms() }
  }
}

/** The browser's request, or what makes it impossible. Nothing is sent here. */
function prepare(
  { method, url, headers, token, body }: ConsoleRequest,
  signal: AbortSignal,
): Request | string {
  const all = new Headers()
  const entries = token === '' ? headers : [['Authorization', `Bearer ${token}`] as const, ...headers]
  for (const [name, value] of entries) {
    try {
      all.set(name, value)
    } catch {
      const what = name === 'Authorization' ? 'The token' : name
      return `${what} has a character that no header may carry, such as a line break or a letter outside Latin-1.`
    }
  }
  const hygiene = {
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  } as const
  try {
    return new Request(url, { method, headers: all, body: body ?? null, signal, ...hygiene })
  } catch {
    return `${method} ${url} is not a request that a browser can send.`
  }
}
