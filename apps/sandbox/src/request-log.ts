import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Json } from './contract/json.ts'
import { parseJson } from './contract/json-text.ts'
import { limits } from './limits.ts'
import { bodyOf, contextOf } from './request-context.ts'
import type { State } from './state.ts'

const answers = new WeakMap<FastifyRequest, string>()

/**
 * Logs one line per request, without bodies, queries and headers, and keeps the latest requests for the page at
 * `/_sandbox/`. Every answer carries the correlation id.
 */
export function addRequestLog(app: FastifyInstance, { log, recent }: State): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-correlation-id', contextOf(request).correlationId)
  })
  app.addHook('onSend', async (request, _reply, payload) => {
    if (typeof payload === 'string' && payload.length <= limits.recentBodyBytes) answers.set(request, payload)
    return payload
  })
  app.addHook('onResponse', async (request, reply) => {
    const { operationId, correlationId, caller } = contextOf(request)
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10
    const path = request.url.split('?')[0] ?? ''
    const line = {
      operationId,
      correlationId,
      clientId: caller?.clientId,
      status: reply.statusCode,
      milliseconds,
    }
    log.info(
      { ...line, method: request.method, path: operationId === undefined ? undefined : path },
      'request',
    )
    if (operationId === undefined) return
    recent.add({
      ...line,
      at: new Date().toISOString(),
      method: request.method,
      path,
      request: keptBody(request),
      answer: keptAnswer(request),
    })
  })
}

function keptBody(request: FastifyRequest): Json | undefined {
  const isSmall = Number(request.headers['content-length'] ?? 0) <= limits.recentBodyBytes
  return isSmall ? bodyOf(request) : '(too large to keep)'
}

function keptAnswer(request: FastifyRequest): Json | undefined {
  const text = answers.get(request)
  const parsed = text === undefined || text === '' ? undefined : parseJson(text)
  return parsed !== undefined && 'value' in parsed ? parsed.value : undefined
}
