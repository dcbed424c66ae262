import type { FastifyInstance } from 'fastify'
import { limits } from './limits.ts'
import { contextOf } from './request-context.ts'
import type { State } from './state.ts'

/**
 * Logs one line per request, without bodies, queries and headers, and keeps the latest requests for the page at
 * `/_sandbox/`. Every answer carries the correlation id.
 */
export function addRequestLog(app: FastifyInstance, { log, recent }: State): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-correlation-id', contextOf(request).correlationId)
    done()
  })
  app.addHook('onSend', (request, _reply, payload, done) => {
    if (typeof payload === 'string') contextOf(request).answer = payload
    done(null, payload)
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { operationId, correlationId, caller, text, answer } = contextOf(request)
    const path = request.url.split('?', 1)[0] ?? ''
    const line = {
      operationId,
      correlationId,
      clientId: caller?.clientId,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    }
    const { method } = request
    log.info({ ...line, method, path: operationId === undefined ? undefined : path }, 'request')
    if (operationId !== undefined)
      recent.add({ ...line, at: Date.now(), method, path, request: kept(text), answer: kept(answer) })
    done()
  })
}

/** A JSON text, as what stands in its place would be. */
const tooLarge = '"(too large to keep)"'

function kept(text: string | undefined): string | undefined {
  return text !== undefined && text.length > limits.recentBodyBytes ? tooLarge : text
}
