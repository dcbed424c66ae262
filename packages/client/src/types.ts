import type { paths } from '@cloudcockpit/openapi/types'
import type { TokenSource } from './auth.ts'
import type { AnswerError } from './errors.ts'
import type { CockpitEvent } from './events.ts'

/*
 * The types of the calls, made from the generated `paths`. openapi-fetch's own types would send every shape through
 * its `Readable` and `Writable`, which take the open enumerations (`'Markup' | (string & {})`) apart. The contract
 * has no readOnly or writeOnly properties; should it gain some, leave out readOnly ones in `Body` and writeOnly
 * ones in `Data`.
 */

type Method = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace'
type Ok = 200 | 201 | 202 | 203 | 204 | 205 | 206

/** The paths that have an operation with a method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never
}[keyof paths]

/** One operation. */
export type Operation<P extends keyof paths, M extends Method> = M extends keyof paths[P]
  ? paths[P][M]
  : never

type JsonOf<R> = R extends { content: { 'application/json': infer D } } ? D : undefined

/** What an operation answers on success. */
export type Data<O> = O extends { responses: infer R }
  ? { [S in keyof R & Ok]: JsonOf<R[S]> }[keyof R & Ok]
  : never

/** The JSON body that an operation takes. */
export type Body<O> = O extends { requestBody?: infer R } ? BodyOf<NonNullable<R>> : never

type BodyOf<R> = R extends { content: { 'application/json': infer B } } ? B : never

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T]

// X-Tenant and X-Correlation-Id are header parameters of every operation; the client fills them in.
type Params<P> = Omit<P, 'header' | 'cookie'> &
  (P extends { header?: infer H } ? { header?: Partial<H> } : unknown)

type ParamsOption<O> = O extends { parameters: infer P }
  ? [RequiredKeys<Params<P>>] extends [never]
    ? { params?: Params<P> }
    : { params: Params<P> }
  : unknown

type BodyOption<O> = O extends { requestBody: unknown }
  ? { body: Body<O> }
  : [Body<O>] extends [never]
    ? { body?: never }
    : { body?: Body<O> }

/** What may be set for the client as a whole and for one call; a call's value wins. */
export interface SharedOptions {
  /** Sent with every request, for headers that the contract does not know. Printable ASCII. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Takes the place of the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** How long one attempt may take, with its token and its body; in milliseconds. Default: 30 000. */
  readonly timeoutMs?: number | undefined
  /** How long a call may take, with all attempts and the waits between them; in milliseconds. Default: 120 000. */
  readonly deadlineMs?: number | undefined
  /** How often a request is sent at most; the answer to a 401 with a new token is not counted. Default: 4. */
  readonly maxAttempts?: number | undefined
}

/** What `createClient` takes. */
export interface ClientOptions extends SharedOptions {
  /** The domain under which the tenant's portal is used; sent as X-Tenant. */
  readonly tenant: string
  /** `clientCredentials(…)`, an access token, or a function that gives one. */
  readonly auth: TokenSource | string
  /** Default: the contract's production server. Https only, or http on loopback. */
  readonly baseUrl?: string | undefined
  /** How large an answer may be, decompressed; in bytes. Default: 32 MiB. */
  readonly maxResponseBytes?: number | undefined
  /** Hears of every request, answer, retry and failure. */
  readonly onEvent?: ((event: CockpitEvent) => unknown) | undefined
}

/** What one call takes besides its parameters and its body. */
export interface RequestOptions extends SharedOptions {
  /** Another tenant, for this call. */
  readonly tenant?: string | undefined
  /** Another token or source of tokens, for this call. */
  readonly auth?: TokenSource | string | undefined
  /** Your own X-Correlation-Id. Default: a random UUID, the same for every attempt. */
  readonly correlationId?: string | undefined
  /** Ends the call when it aborts. */
  readonly signal?: AbortSignal | null | undefined
}

/** What a call of an operation takes. */
export type CallOptions<O> = ParamsOption<O> & BodyOption<O> & RequestOptions

/**
 * What a call gives: `data`, or else `error`; and the answer, its body already read. A call that ends without a
 * whole answer rejects with a `CockpitError` instead.
 */
export type Result<D> =
  | { readonly data: D; readonly error?: never; readonly response: Response }
  | { readonly data?: never; readonly error: AnswerError; readonly response: Response }

type ClientMethod<M extends Method> = <P extends PathWith<M>>(
  path: P,
  ...options: [RequiredKeys<CallOptions<Operation<P, M>>>] extends [never]
    ? [options?: CallOptions<Operation<P, M>>]
    : [options: CallOptions<Operation<P, M>>]
) => Promise<Result<Data<Operation<P, M>>>>

/** A method for each HTTP method that the contract uses. */
export type CockpitClient = {
  readonly [M in Method as [PathWith<M>] extends [never] ? never : Uppercase<M>]: ClientMethod<M>
}
