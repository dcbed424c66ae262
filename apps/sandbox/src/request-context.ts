import type { FastifyRequest } from 'fastify'
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
}

const contexts = new WeakMap<FastifyRequest, RequestContext>()

/** The context of a request, made when it is first asked for. */
export function contextOf(request: FastifyRequest): RequestContext {
  const known = contexts.get(request)
  if (known !== undefined) return known
  const sent = request.headers['x-correlation-id']
  const context: RequestContext = {
    correlationId: typeof sent === 'string' && isUuid(sent) ? sent : randomUUID(),
    caller: undefined,
    operationId: undefined,
    isAudited: false,
    ignored: [],
    isFaulted: false,
  }
  contexts.set(request, context)
  return context
}

/** The body of a request; undefined when it has none. The body parser makes nothing but JSON. */
export function bodyOf(request: FastifyRequest): Json | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return request.body as Json | undefined
}
