import type { ErrorEnvelope } from '@cloudcockpit/openapi/types'
import { isJson } from './body.ts'
import {
  type AnswerError,
  ApiError,
  type Attempt,
  type CockpitError,
  type ErrorContext,
  InterruptedError,
  MaybeAppliedError,
  NotSentError,
  TokenError,
  UnexpectedContentError,
} from './errors.ts'
import { retryAfter } from './headers.ts'
import { type Mask, maskFor, parse, parseMasked, sensitiveValues } from './mask.ts'
import { type Answered, faultOf, type Unanswered, wasNotSent } from './retry.ts'
import type { Call } from './transport.ts'

/** The data of a success as the contract promises it: JSON that is not null. Undefined for anything else. */
export function dataOf({ response, text = '' }: Answered): unknown {
  return response.ok && isJson(response) ? (parse(text) ?? undefined) : undefined
}

/** Names the failure of a call that ended with an answer, but without the promised data. */
export function answered(
  call: Call,
  { response, text = 'too large' }: Answered,
  attempts: Attempt[],
): AnswerError {
  const [context, mask] = contextOf(call, attempts)
  const { reconcile } = call
  const { status, headers } = response
  const excerpt = excerptOf(text, mask)
  if (status < 400) {
    const contentType = headers.get('Content-Type') ?? 'none'
    const details = { status, contentType, excerpt, reconcile }
    return new UnexpectedContentError(
      context,
      `${status} with unexpected ${contentType}: ${excerpt}`,
      details,
      mask,
    )
  }
  const envelope: ErrorEnvelope = Object(parseMasked(text, mask))
  const details = { status, envelope, help: `errors/#${status}`, retryAfterMs: retryAfter(response) }
  const detail = `${status} ${wordsOf(envelope) || excerpt}`
  if (status < 500 || !reconcile) return new ApiError(context, detail, details, mask)
  return new MaybeAppliedError(
    context,
    detail + adviceOn(call),
    { ...details, reason: 'status', reconcile },
    mask,
  )
}

/** Names the failure of a call that ended without a whole answer. */
export function unanswered(call: Call, ending: Unanswered, attempts: Attempt[]): CockpitError {
  const [context, mask] = contextOf(call, attempts)
  const { reason, fault: cause, sent, status } = ending
  const details = { cause, reason, sent, status }
  const { reconcile } = call
  const why = `${reason} (${faultOf(cause)})`
  if (!sent && reason === 'lost')
    return new TokenError(context, `no token: ${Object(cause).message}`, details, mask)
  if (wasNotSent(ending)) return new NotSentError(context, `no connection: ${why}`, details, mask)
  const detail = `no whole answer: ${why}`
  if (!sent || !reconcile) return new InterruptedError(context, detail, details, mask)
  return new MaybeAppliedError(context, detail + adviceOn(call), { ...details, reconcile }, mask)
}

const adviceOn = ({ read }: Call) => `. It may have been applied: await error.reconcile() (${read})`

function contextOf(call: Call, attempts: Attempt[]): [ErrorContext, Mask] {
  const { method, path, url, correlationId, headers, body } = call
  const [, token = ''] = headers.get('Authorization')?.split(' ') ?? []
  const mask = maskFor([...sensitiveValues(body ?? ''), token])
  return [{ method, path, url: url.replace(/\?.*/, ''), correlationId, attempts }, mask]
}

/** What the API says, and which properties it names. */
function wordsOf({ description, type, errors }: ErrorEnvelope): string {
  const names = [errors ?? []].flat().map((error) => Object(error).propertyName)
  return [description ?? type, ...names].filter(Boolean).join(' | ').slice(0, 1000)
}

/** The beginning of a text, masked and without markup. */
function excerptOf(text: string, mask: Mask): string {
  const plain = mask(text.slice(0, 4096)).replace(/(<[^>]*>|\s)+/g, ' ')
  return plain.trim().slice(0, 200)
}
