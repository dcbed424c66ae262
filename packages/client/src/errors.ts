import type { ErrorEnvelope } from '@cloudcockpit/openapi/types'
import { defined } from './defined.ts'
import type { Mask } from './mask.ts'

/** One attempt of a call, as errors and events show it. */
export interface Attempt {
  /** The status of its answer, or why there was none, such as `ECONNREFUSED` or `TimeoutError`. */
  readonly result: string
  /** How long it took, in milliseconds. */
  readonly durationMs: number
}

/** Which call failed, and how far it came. */
export interface ErrorContext {
  /** The HTTP method. */
  readonly method: string
  /** The path as the contract writes it, such as `/v1/Customers/{customerId}`. */
  readonly path: string
  /** The address, without its query: what was searched for may be personal. */
  readonly url: string
  /** The `X-Correlation-Id` of every attempt; quote it to support. */
  readonly correlationId: string
  /** What was tried, first to last. */
  readonly attempts: readonly Attempt[]
}

/** What a look for a lost create found. */
export type Reconciled =
  /** It was applied: here is its id, and what the API says of it. */
  | { readonly outcome: 'found'; readonly id: string; readonly item: Readonly<Record<string, unknown>> }
  /** It is not there. A server that is still at work may apply it later: wait, and look again. */
  | { readonly outcome: 'not-found' }
  /** The look could not tell, for this reason. */
  | { readonly outcome: 'unknown'; readonly reason: string }

/** Looks whether a create was applied. Never rejects. */
export type Reconcile = (options?: { readonly signal?: AbortSignal }) => Promise<Reconciled>

/** What distinguishes one kind of error from another. */
interface Details {
  readonly cause?: unknown
  readonly [name: string]: unknown
}

const brand = /* @__PURE__ */ Symbol.for('cloudcockpit.error')

/**
 * The base of every failure of a call. `instanceof` asks a brand, so that it also holds across realms and between
 * two copies of this package. What it shows is masked: messages, causes and envelopes carry neither secrets nor
 * what the contract marks as sensitive.
 * @example
 * ```ts
 * try {
 *   await unwrap(cockpit.GET('/v1/Customers'))
 * } catch (error) {
 *   if (error instanceof CockpitError) console.error(error.message, error.correlationId, error.attempts)
 * }
 * ```
 */
export class CockpitError extends Error {
  /** The name of the class; unlike `Class.name` it survives minification. */
  static readonly label: string = 'CockpitError'
  declare readonly method: string
  declare readonly path: string
  declare readonly url: string
  declare readonly correlationId: string
  declare readonly attempts: readonly Attempt[]
  /** The status of the answer, where there was one. */
  declare readonly status?: number
  /** Present exactly when the call may have been applied: runs the read that the contract declares for this. */
  declare readonly reconcile?: Reconcile

  constructor(context: ErrorContext, detail: string, details: Details, mask: Mask) {
    super(mask(`${context.method} ${context.path}: ${detail}`))
    Object.assign(this, context, defined({ ...details, cause: safe(details.cause, mask) }))
    Object.defineProperty(this, brand, { value: this.name })
  }

  /** The name of the error's class, such as `ApiError`. */
  override get name(): string {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- TypeScript takes every constructor for a Function
    return (this.constructor as typeof CockpitError).label
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const name: unknown = Object(value)[brand]
    return name !== undefined && [name, 'CockpitError'].includes(this.label)
  }

  /** Everything worth a line in a log; safe to store. */
  toJSON(): object {
    return Object.assign({ name: this.name, message: this.message }, this)
  }
}

/**
 * The API answered with an error.
 * @example
 * ```ts
 * const { error } = await cockpit.POST('/v1/Customers', { body })
 * if (error instanceof ApiError) console.error(error.status, error.envelope.description)
 * ```
 */
export class ApiError extends CockpitError {
  static override readonly label = 'ApiError'
  declare readonly status: number
  /** The API's own words; empty when the answer carried no envelope. */
  declare readonly envelope: ErrorEnvelope
  /** Where the docs tell the causes of this status and what to do, relative to their start page: `errors/#400`. */
  declare readonly help: string
  /** How long the server asks to wait, in milliseconds. */
  declare readonly retryAfterMs?: number
}

/**
 * No access token could be obtained; nothing was sent to the API.
 * @example
 * ```ts
 * if (error instanceof TokenError) console.error('check the API Access', error.message)
 * ```
 */
export class TokenError extends CockpitError {
  static override readonly label = 'TokenError'
}

/**
 * The request was provably not sent: the connection was refused, the name is unknown, or the client refused it.
 * @example
 * ```ts
 * if (error instanceof NotSentError) queue.push(order) // safe to send again
 * ```
 */
export class NotSentError extends CockpitError {
  static override readonly label = 'NotSentError'
}

/**
 * A create may have been applied: no whole answer came, or a 5xx, which a gateway may send after the API has
 * committed. Do not send it again before `reconcile` says that it is not there.
 * @example
 * ```ts
 * if (error instanceof MaybeAppliedError) {
 *   const result = await error.reconcile()
 *   if (result.outcome === 'found') save(result.id)
 * }
 * ```
 */
export class MaybeAppliedError extends CockpitError {
  static override readonly label = 'MaybeAppliedError'
  /** Why nobody knows: a lost or broken answer, a time-out, an abort, or a status of 500 or above. */
  declare readonly reason: 'lost' | 'timeout' | 'abort' | 'status'
  declare readonly reconcile: Reconcile
  /** The API's own words, when it answered with a 5xx. */
  declare readonly envelope?: ErrorEnvelope
  /** Where the docs tell of this status, relative to their start page, when the API answered with a 5xx. */
  declare readonly help?: string
}

/**
 * A call ended without a whole answer, and nothing was applied: every such read, and a create that was not sent.
 * @example
 * ```ts
 * if (error instanceof InterruptedError && error.reason === 'timeout') retryLater()
 * ```
 */
export class InterruptedError extends CockpitError {
  static override readonly label = 'InterruptedError'
  /** A time limit, the caller's signal, or a connection that broke. */
  declare readonly reason: 'lost' | 'timeout' | 'abort'
  /** Whether the last attempt may have reached the API. */
  declare readonly sent: boolean
}

/**
 * An answer that the contract does not know: a redirect, a page of HTML from a proxy, a success without its body.
 * A create that got one may have been applied; then it has `reconcile`.
 * @example
 * ```ts
 * if (error instanceof UnexpectedContentError) console.error(error.status, error.contentType, error.excerpt)
 * ```
 */
export class UnexpectedContentError extends CockpitError {
  static override readonly label = 'UnexpectedContentError'
  /** The content type that the answer claims, or `none`. */
  declare readonly contentType: string
  /** The beginning of the text, without markup, masked. */
  declare readonly excerpt: string
}

/** What the result of a call holds as `error`: the failures that came with an HTTP answer. */
export type AnswerError = ApiError | MaybeAppliedError | UnexpectedContentError

/** A copy of a cause with its name, message, code, stack and causes only, masked. */
function safe(cause: unknown, mask: Mask): Error | undefined {
  if (cause === undefined) return undefined
  const { message = cause, name, code, stack = '', cause: deeper } = Object(cause)
  return Object.assign(new Error(mask(String(message))), {
    name,
    code,
    stack: mask(stack),
    cause: safe(deeper, mask),
  })
}
