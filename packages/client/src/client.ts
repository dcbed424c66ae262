import { calls, servers } from '@cloudcockpit/openapi/facts'
import { createFinalURL } from 'openapi-fetch'
import { idOf } from './created-id.ts'
import { type CockpitError, NotSentError, type Reconcile } from './errors.ts'
import { defined } from './defined.ts'
import { checkHeader } from './headers.ts'
import { maskFor } from './mask.ts'
import { answered, dataOf, unanswered } from './outcome.ts'
import { type Call, emit, send } from './transport.ts'
import type { ClientOptions, CockpitClient, RequestOptions, Result } from './types.ts'
import { fillPath, queryOf, safeAddress } from './url.ts'

/** What the contract says of a call. */
interface CallFact {
  readonly safe?: boolean
  readonly ids?: readonly string[]
  readonly read?: string
}

/** The options of a call, as they are when the types have been checked. */
interface LooseOptions extends RequestOptions {
  readonly params?: { readonly [place in 'query' | 'path' | 'header']?: Readonly<Record<string, unknown>> }
  readonly body?: unknown
}

const defaults = { timeoutMs: 30_000, deadlineMs: 120_000, maxAttempts: 4, maxResponseBytes: 2 ** 25 }

const facts: Readonly<Record<string, CallFact>> = calls

/**
 * Makes a client for the API. It fills in X-Tenant, Authorization and X-Correlation-Id, sends again only what
 * cannot create anything twice, and never takes a failure for a success.
 * @throws TypeError when `baseUrl` is not https (or http on loopback)
 * @see https://openapi-ts.dev/openapi-fetch/ for `params` and `body`
 * @example
 * ```ts
 * const cockpit = createClient({
 *   tenant: 'portal.cloudcockpit.com',
 *   auth: clientCredentials({ clientId: 'an id', clientSecret: 'a secret' }),
 * })
 * const { data, error } = await cockpit.GET('/v1/Customers', { params: { query: { pageSize: 100 } } })
 * ```
 */
export function createClient(given: ClientOptions): CockpitClient {
  const options: Settings = { ...defaults, ...defined(given) }
  const baseUrl = safeAddress(options.baseUrl ?? servers.production).replace(/\/$/, '')

  async function request(method: string, path: string, one: LooseOptions = {}): Promise<Result<unknown>> {
    const began = performance.now()
    const { safe = false, ids, read } = facts[`${method} ${path}`] ?? {}
    const settings: CallSettings = { ...options, ...defined(one) }
    const prepared = prepare(baseUrl, method, path, settings, options.headers)
    const reconcile: Reconcile = ({ signal } = {}) => {
      const look = { ...one, body: undefined, signal }
      // Loaded only when it is needed, after a failure.
      return import('./reconcile.ts')
        .then((module) => module.reconcile(`${method} ${path}`, prepared.body, request, look))
        .catch((error: unknown) => ({ outcome: 'unknown', reason: String(error) }))
    }
    const call: Call = {
      method,
      path,
      safe,
      read,
      reconcile: safe ? undefined : reconcile,
      settings,
      ...prepared,
    }
    const { ending, attempts } = await send(call)
    const fail = <E extends CockpitError>(error: E): E => {
      const durationMs = performance.now() - began
      emit(call, { type: 'failure', attempt: attempts.length, durationMs, error })
      return error
    }
    if (ending.reason) throw fail(unanswered(call, ending, attempts))
    const { response } = ending
    const data = dataOf(ending)
    const isPromised = data !== undefined && (!ids || idOf(data, ids) !== undefined)
    return isPromised ? { data, response } : { error: fail(answered(call, ending, attempts)), response }
  }

  const methods = Object.keys(facts).map((call) => call.replace(/ .*/, ''))
  // The types say which paths, parameters and bodies the contract knows; here any may come.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the methods are untyped until here
  return Object.fromEntries(
    methods.map((method) => [method, request.bind(null, method)]),
  ) as object as CockpitClient
}

type Settings = typeof defaults & ReturnType<typeof defined<ClientOptions>>

type CallSettings = Settings & ReturnType<typeof defined<LooseOptions>>

/** Makes the request of a call, and refuses what must not be sent. */
function prepare(
  baseUrl: string,
  method: string,
  path: string,
  { tenant, correlationId = crypto.randomUUID(), params, body, headers: own, auth }: CallSettings,
  always: RequestOptions['headers'],
) {
  try {
    const fields = {
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      'X-Tenant': tenant,
      'X-Correlation-Id': correlationId,
      ...always,
      ...own,
      ...params?.header,
    }
    const headers = new Headers()
    for (const [name, value] of Object.entries(fields)) headers.set(name, checkHeader(name, value))
    const where = {
      baseUrl,
      params: { path: {}, ...params },
      querySerializer: queryOf,
      pathSerializer: fillPath,
    }
    return {
      url: createFinalURL(path, where),
      headers,
      // oxlint-disable-next-line typescript/no-unnecessary-condition -- undefined stays undefined, which its type keeps quiet
      body: JSON.stringify(body) ?? null,
      correlationId: headers.get('X-Correlation-Id') ?? correlationId,
      auth: headers.has('Authorization') ? undefined : auth,
    }
  } catch (cause) {
    const context = { method, path, url: baseUrl + path, correlationId, attempts: [] }
    throw new NotSentError(context, `not sent, ${Object(cause).message}`, { cause }, maskFor([]))
  }
}
