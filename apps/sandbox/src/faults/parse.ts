import { type Json, memberOf, textAt } from '../contract/json.ts'
import type { OperationFault, TokenFault } from './fault.ts'

/** A fault read from JSON, or what is wrong with it. */
export type ParsedFault =
  | { fault: OperationFault; isTokenFault: false }
  | { fault: TokenFault; isTokenFault: true }
  | { problem: string }

const longestDelay = 60_000

/**
 * Reads a fault as the admin API and the contract write it.
 * @param value such as `{"kind": "status", "status": 503, "retryAfter": "1"}`
 */
export function parseFault(value: Json | undefined): ParsedFault {
  const kind = textAt(value, 'kind') ?? ''
  const ms = numberAt(value, 'ms', 0, longestDelay)
  switch (kind) {
    case 'status':
      return statusFault(value)
    case 'delay':
    case 'slow-body':
      return ms === undefined
        ? wrong(`ms must be a number from 0 to ${longestDelay}`)
        : operation({ kind, ms })
    case 'drop':
    case 'commit-then-drop':
    case 'truncate':
    case 'wrong-type':
    case 'html':
      return operation({ kind })
    case 'token-refuse':
      return { fault: { kind }, isTokenFault: true }
    case 'token-429':
      return { fault: { kind, retryAfter: textAt(value, 'retryAfter') ?? '1' }, isTokenFault: true }
    case 'token-short': {
      const seconds = numberAt(value, 'seconds', 0, 86_400)
      return seconds === undefined
        ? wrong('seconds must be a number from 0 to 86400')
        : { fault: { kind, seconds }, isTokenFault: true }
    }
    default:
      return wrong(`kind must be one of ${kinds.join(', ')}`)
  }
}

/** Every kind of fault, for messages and for the admin API's description. */
export const kinds = [
  'status',
  'delay',
  'drop',
  'commit-then-drop',
  'truncate',
  'wrong-type',
  'html',
  'slow-body',
  'token-refuse',
  'token-429',
  'token-short',
] as const satisfies (OperationFault | TokenFault)['kind'][]

function statusFault(value: Json | undefined): ParsedFault {
  const status = numberAt(value, 'status', 200, 599)
  const body = textAt(value, 'body') ?? 'envelope'
  const retryAfter = textAt(value, 'retryAfter')
  if (status === undefined) return wrong('status must be a number from 200 to 599')
  if (body !== 'envelope' && body !== 'empty' && body !== 'html')
    return wrong('body must be envelope, empty or html')
  if (retryAfter !== undefined && !/^[\w ,:]{1,64}$/u.test(retryAfter))
    return wrong('retryAfter must be seconds or an HTTP date')
  const commit = memberOf(value, 'commit') === true
  return operation({
    kind: 'status',
    status,
    body,
    commit,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  })
}

function numberAt(value: Json | undefined, key: string, least: number, most: number): number | undefined {
  const number = memberOf(value, key)
  return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined
}

function operation(fault: OperationFault): ParsedFault {
  return { fault, isTokenFault: false }
}

function wrong(problem: string): ParsedFault {
  return { problem }
}
