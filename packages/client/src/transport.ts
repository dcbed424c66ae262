import type { TokenSource } from './auth.ts'
import { readText } from './body.ts'
import type { Attempt, Reconcile } from './errors.ts'
import type { CockpitEvent } from './events.ts'
import { checkHeader } from './headers.ts'
import { type Answered, type Ending, faultOf, retryDelay } from './retry.ts'
import { limit, sleep } from './time.ts'

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
  readonly settings: CallSettings
}

/** What the options say of a call, with their defaults. */
export interface CallSettings {
  /** Default: the platform's. */
  readonly fetch?: typeof globalThis.fetch
  readonly signal?: AbortSignal
  /** For each attempt with its token and its body; for the call as a whole. Both in milliseconds. */
  readonly timeoutMs: number
  readonly deadlineMs: number
  readonly maxAttempts: number
  readonly maxResponseBytes: number
  readonly onEvent?: (event: CockpitEvent) => unknown
}

/** Tells the hook what happens; a hook that throws or rejects cannot harm a call. */
export function emit(call: Call, event: Omit<CockpitEvent, 'method' | 'path' | 'correlationId'>): void {
  const { method, path, correlationId, settings } = call
  const { onEvent } = settings
  if (!onEvent) return
  const tell = async () => onEvent({ method, path, correlationId, ...event })
  tell().catch(() => {})
}

/** Sends a call, again where `retryDelay` allows it, until it ends. Never rejects. */
export async function send(call: Call): Promise<{ ending: Ending; attempts: Attempt[] }> {
  const { timeoutMs, deadlineMs, maxAttempts, signal } = call.settings
  const deadline = performance.now() + deadlineMs
  const attempts: Attempt[] = []
  let refused: string | undefined
  for (let number = 1; ; number++) {
    const began = performance.now()
    const ending = await attemptOnce(call, Math.min(timeoutMs, deadline - began), number, refused)
    const result = ending.reason ? faultOf(ending.fault) : String(ending.response.status)
    const attempt = { result, durationMs: performance.now() - began }
    attempts.push(attempt)
    if (!ending.reason) emit(call, { type: 'response', attempt: number, ...attempt })
    const renews = result === '401' && !refused && typeof call.auth === 'function'
    if (renews) refused = ending.token
    const delayMs = renews ? 0 : number < maxAttempts ? retryDelay(ending, call.safe, number) : undefined
    if (delayMs === undefined || signal?.aborted || performance.now() + delayMs >= deadline)
      return { ending, attempts }
    emit(call, { type: 'retry', attempt: number, delayMs, ...attempt })
    // After an abort the next attempt ends before it sends anything.
    await sleep(delayMs, signal)
  }
}

/** How far an attempt came. */
interface Progress {
  /** Aborts when the attempt must end. */
  signal?: AbortSignal
  token?: string
  sent: boolean
  status?: number
}

/** Gets a token, sends the request and reads the answer, all within the time of one attempt. */
async function attemptOnce(
  call: Call,
  limitMs: number,
  number: number,
  refused: string | undefined,
): Promise<Ending> {
  const { method, url, headers, body, auth, settings } = call
  // Browsers refuse a `fetch` that is called as a method of something else.
  const { fetch: dispatch = fetch, maxResponseBytes } = settings
  const began = performance.now()
  const progress: Progress = { sent: false }
  const exchange = async (signal: AbortSignal): Promise<Answered> => {
    progress.signal = signal
    if (auth !== undefined) {
      const token = typeof auth === 'string' ? auth : await auth({ signal, refused })
      headers.set('Authorization', checkHeader('Authorization', `Bearer ${token}`))
      progress.token = token
    }
    // A token source or a `fetch` that does not listen to the signal must not send what was given up.
    signal.throwIfAborted()
    progress.sent = true
    emit(call, { type: 'request', attempt: number, durationMs: performance.now() - began })
    const response = await dispatch(url, { method, headers, body, redirect: 'manual', signal })
    progress.status = response.status
    return { response, text: await readText(response, maxResponseBytes), token: progress.token }
  }
  try {
    return await limit(limitMs, settings.signal, exchange)
  } catch (fault) {
    const stopped = Object(fault).name === 'TimeoutError' ? 'timeout' : 'abort'
    // Without a signal it has not even begun: the caller's signal had aborted.
    const reason = progress.signal?.aborted === false ? 'lost' : stopped
    return { ...progress, fault, reason }
  }
}
