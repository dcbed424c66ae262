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
    const { method, url } = request
    const mark = url.indexOf('?')
    const path = mark === -1 ? url : url.slice(0, mark)
    const status = reply.statusCode
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10
    const clientId = caller?.clientId
    if (log.isLevelEnabled('info')) {
      const shown = operationId === undefined ? undefined : path
      log.info({ operationId, correlationId, clientId, status, milliseconds, method, path: shown }, 'request')
    }
    if (operationId !== undefined)
      recent.add({
        operationId,
        correlationId,
        clientId,
        status,
        milliseconds,
        at: Date.now(),
        method,
        path,
        request: kept(text),
        answer: kept(answer),
      })
    done()
  })
}

/** A JSON text, as what stands in its place would be. */
const tooLarge = '"(too large to keep)"'

function kept(text: string | undefined): string | undefined {
  return text !== undefined && text.length > limits.recentBodyBytes ? tooLarge : text
}
