export { clientCredentials } from './auth.ts'
export type { ClientCredentials, TokenRequest, TokenSource } from './auth.ts'
export { createClient } from './client.ts'
export { createdId } from './created-id.ts'
export type { Created } from './created-id.ts'
export {
  ApiError,
  CockpitError,
  InterruptedError,
  MaybeAppliedError,
  NotSentError,
  TokenError,
  UnexpectedContentError,
} from './errors.ts'
export type { AnswerError, Attempt, ErrorContext, Reconcile, Reconciled } from './errors.ts'
export type { CockpitEvent } from './events.ts'
export { jsonString, parseJsonString } from './json-string.ts'
export type { JsonStringContents } from './json-string.ts'
export { logTo } from './log.ts'
export type { Logger } from './log.ts'
export { pages } from './pages.ts'
export type { PagedPath, PageOf } from './pages.ts'
export type {
  CallOptions,
  ClientOptions,
  CockpitClient,
  Data,
  Operation,
  RequestOptions,
  Result,
  SharedOptions,
} from './types.ts'
export { unwrap } from './unwrap.ts'
export type * from '@cloudcockpit/openapi/types'
