import type { FastifyInstance, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Json } from './contract/json.ts'
import type { Caller } from './operations/operation.ts'
import { isUuid } from './operations/uuid.ts'

/** What the sandbox knows of one request while it answers it. */
export interface RequestContext {
  correlationId: string
  caller: Caller | undefined
  operationId: string | undefined
  /** True once an audit record of the request is written. */
  isAudited: boolean
  /** Properties that were taken out of the body because the contract does not know them. */
  ignored: readonly string[]
  /** True when the answer is broken on purpose. */
  isFaulted: boolean
  /** The text of a JSON body; undefined until one was read. */
  text: string | undefined
  /** The text of the answer, for the page of the latest requests. */
  answer: string | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    /** See {@link contextOf}. */
    context: RequestContext | null
  }
}

/** Gives every request a place for its context: a member is cheaper than a WeakMap. */
export function addContext(app: FastifyInstance): void {
  app.decorateRequest('context', null)
}

/** The context of a request, made when it is first asked for. */
export function contextOf(request: FastifyRequest): RequestContext {
  // A failure before routing has a bare request, without the place for a context.
  const known = request.context ?? undefined
  if (known !== undefined) return known
  const sent = request.headers['x-correlation-id']
  const context: RequestContext = {
    correlationId: typeof sent === 'string' && isUuid(sent) ? sent : randomUUID(),
    caller: undefined,
    operationId: undefined,
    isAudited: false,
    ignored: [],
    isFaulted: false,
    text: undefined,
    answer: undefined,
  }
  request.context = context
  return context
}

/** The body of a request; undefined when it has none. The body parser makes nothing but JSON. */
export function bodyOf(request: FastifyRequest): Json | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return request.body as Json | undefined
}
