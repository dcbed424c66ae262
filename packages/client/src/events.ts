import type { CockpitError } from './errors.ts'

/** What happens to a call, as `onEvent` hears of it. It holds no headers and no bodies, so it may be logged. */
export interface CockpitEvent {
  /**
   * `request`: an attempt is sent. `response`: its answer is read. `retry`: another attempt follows after `delayMs`.
   * `failure`: the call ends with `error`. A call that the client itself refuses rejects before its first event.
   */
  readonly type: 'request' | 'response' | 'retry' | 'failure'
  /** The HTTP method. */
  readonly method: string
  /** The path as the contract writes it. */
  readonly path: string
  /** The `X-Correlation-Id` of the call. */
  readonly correlationId: string
  /** Which attempt, from 1. */
  readonly attempt: number
  /** Since the attempt began, or for `failure` since the call began; in milliseconds. */
  readonly durationMs: number
  /** The status of the answer, or why there was none. */
  readonly result?: string
  /** How long the client waits before the next attempt, in milliseconds. */
  readonly delayMs?: number
  readonly error?: CockpitError
}
