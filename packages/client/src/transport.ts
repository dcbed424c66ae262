import type { TokenSource } from './auth.ts'
import { readText } from './body.ts'
import type { Attempt, Reconcile } from './errors.ts'
import type { CockpitEvent } from './events.ts'
import { checkHeader } from './headers.ts'
import { type Ending, faultOf, retryDelay } from './retry.ts'
import { limit, race, sleep } from './time.ts'

/** One call, ready to be sent. */
export interface Call {
  readonly method: string
  /** The path as the contract writes it. */
  readonly path: string
  readonly url: string
  readonly headers: Headers
  /** Serialised once; every attempt sends these characters. */
  readonly body: string | null
  /** Whether the contract marks the operation as safe to repeat. */
  readonly safe: boolean
  /** Looks whether the call was applied; only for an operation that is not safe to repeat. */
  readonly reconcile: Reconcile | undefined
  /** The read that the look uses. */
  readonly read: string | undefined
  readonly correlationId: string
  /** Undefined when the caller has set Authorization. */
  readonly auth: TokenSource | string | undefined
  readonly fetch: typeof globalThis.fetch
  readonly signal?: AbortSignal | null | undefined
  /** For each attempt with its token and its body; for the call as a whole. Both in milliseconds. */
  readonly timeoutMs: number
  readonly deadlineMs: number
  readonly maxAttempts: number
  readonly maxResponseBytes: number
  readonly onEvent?: ((event: CockpitEvent) => unknown) | undefined
}

/** Tells the hook what happens; a hook that throws or rejects cannot harm a call. */
export function emit(call: Call, event: Omit<CockpitEvent, 'method' | 'path' | 'correlationId'>): void {
  const { method, path, correlationId, onEvent } = call
  const tell = async () => onEvent?.({ method, path, correlationId, ...event })
  if (onEvent) tell().catch(() => {})
}

/** Sends a call, again where `retryDelay` allows it, until it ends. Never rejects. */
export async function send(call: Call): Promise<{ ending: Ending; attempts: Attempt[] }> {
  const deadline = performance.now() + call.deadlineMs
  const { signal, release } = limit(call.deadlineMs, call.signal)
  const attempts: Attempt[] = []
  let refused: string | undefined
  for (let number = 1; ; number++) {
    const { ending, token, attempt } = await attemptOnce(call, signal, number, refused)
    attempts.push(attempt)
    const renews = attempt.result === '401' && !refused && typeof call.auth === 'function'
    if (renews) refused = token
    const delayMs = renews ? 0 : number < call.maxAttempts ? retryDelay(ending, call.safe, number) : undefined
    if (delayMs === undefined || signal.aborted || performance.now() + delayMs >= deadline) {
      release()
      return { ending, attempts }
    }
    emit(call, { type: 'retry', attempt: number, delayMs, ...attempt })
    await sleep(delayMs, signal)
  }
}

/** Gets a token, sends the request and reads the answer, all within the time of one attempt. */
async function attemptOnce(call: Call, parent: AbortSignal, number: number, refused: string | undefined) {
  const { signal, release } = limit(call.timeoutMs, parent)
  // Browsers refuse a `fetch` that is called as a method of something else.
  const { method, headers, body, auth, fetch: dispatch } = call
  const began = performance.now()
  const timed = (result: string): Attempt => ({ result, durationMs: performance.now() - began })
  let token: string | undefined
  let sent = false
  let status: number | undefined
  const exchange = async () => {
    if (auth !== undefined) {
      token = typeof auth === 'string' ? auth : await auth({ signal, refused })
      headers.set('Authorization', checkHeader('Authorization', `Bearer ${token}`))
    }
    // A token source or a `fetch` that does not listen to the signal must not send what was given up.
    signal.throwIfAborted()
    sent = true
    emit(call, { type: 'request', attempt: number, durationMs: performance.now() - began })
    const response = await dispatch(call.url, { method, headers, body, redirect: 'manual', signal })
    status = response.status
    return { response, text: await readText(response, call.maxResponseBytes) }
  }
  try {
    const ending: Ending = await race(signal, exchange())
    const attempt = timed(String(status))
    emit(call, { type: 'response', attempt: number, ...attempt })
    return { ending, token, attempt }
  } catch (error) {
    const fault: unknown = signal.aborted ? signal.reason : error
    const name = Object(fault).name
    const reason = !signal.aborted ? 'lost' : name === 'TimeoutError' ? 'timeout' : 'abort'
    return { ending: { reason, fault, sent, status } as const, token, attempt: timed(faultOf(fault)) }
  } finally {
    release()
  }
}
