import { retryAfter } from './headers.ts'

/** A whole answer. */
export interface Answered {
  readonly response: Response
  /** The body; undefined when it was larger than allowed. */
  readonly text: string | undefined
  /** The token that was sent. */
  readonly token: string | undefined
  readonly reason?: never
}

/** No whole answer. */
export interface Unanswered {
  /** A time limit, the caller's signal, or anything else. */
  readonly reason: 'timeout' | 'abort' | 'lost'
  /** What the platform, the token source or the signal gave as the reason. */
  readonly fault: unknown
  /** Whether the attempt may have left this machine; false while it had no token yet. */
  readonly sent: boolean
  /** The status, when the head of an answer came but its body did not. */
  readonly status?: number
  readonly token?: string
}

/** How one attempt ended. */
export type Ending = Answered | Unanswered

/** The longest that the client waits between two attempts, in milliseconds; a longer Retry-After ends the call. */
const longestWait = 60_000

/**
 * Decides whether an attempt may be followed by another one. A create is sent again only when the attempt provably
 * changed nothing; a read whenever the fault may pass. (A 401 is not decided here: the transport answers the first
 * one with a new token.)
 *
 * | what happened                                             | read | create |
 * |-----------------------------------------------------------|------|--------|
 * | the token source asks to be asked again                   | yes  | yes    |
 * | connection refused, unknown host                          | yes  | yes    |
 * | 429 with Retry-After                                      | yes  | yes    |
 * | 429 without Retry-After, 408, 5xx                         | yes  | no     |
 * | no whole answer, or none in time                          | yes  | no     |
 * | any other answer, any other failure to get a token        | no   | no     |
 *
 * @param safe whether the contract marks the operation as safe to repeat
 * @param attempt the number of the attempt, from 1
 * @returns how long to wait before the next attempt, in milliseconds; undefined when there must be none
 */
export function retryDelay(ending: Ending, safe: boolean, attempt: number): number | undefined {
  const askedMs = ending.reason ? Object(ending.fault).retryAfterMs : retryAfter(ending.response)
  const delayMs = (askedMs ?? 0) + backoff(attempt)
  return mayRepeat(ending, safe, askedMs !== undefined) && delayMs <= longestWait ? delayMs : undefined
}

function mayRepeat(ending: Ending, safe: boolean, isAsked: boolean): boolean {
  if (ending.reason) return ending.sent ? safe || wasNotSent(ending) : isAsked
  const { status } = ending.response
  return (status === 429 && isAsked) || (safe && isTransient(status))
}

/** Whether a status tells of trouble that may pass. */
export function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

/**
 * Whether a fault proves that nothing was sent: no connection came about. Runtimes that give no such code
 * (Deno, browsers) prove nothing.
 */
export function wasNotSent({ reason, fault }: Unanswered): boolean {
  const code = /^(ECONNREFUSED|ConnectionRefused|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/
  return reason === 'lost' && code.test(faultOf(fault))
}

/** The code of a fault or of its causes; without one, its name. */
export function faultOf(fault: unknown): string {
  for (let cause = fault; cause; cause = Object(cause).cause) {
    const code: unknown = Object(cause).code
    if (typeof code === 'string') return code
  }
  return String(Object(fault).name ?? fault)
}

/** A random wait up to a ceiling that doubles with each attempt (full jitter), in milliseconds. */
export function backoff(attempt: number): number {
  return Math.random() * Math.min(125 * 2 ** attempt, 8000)
}
