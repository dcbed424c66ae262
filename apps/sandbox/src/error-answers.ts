import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Route } from './contract/routes.ts'
import { writeAudit } from './db/audit.ts'
import { isDataException } from './db/sql-state.ts'
import { ApiError, envelopeOf, hasBody } from './errors.ts'
import { limits } from './limits.ts'
import { contextOf } from './request-context.ts'
import type { State } from './state.ts'

/** Answers every failure of every route in the API's error envelope, and 405 with the methods that are there. */
export function addErrorAnswers(app: FastifyInstance, routes: readonly Route[], state: State): void {
  const paths = routes.map((route) => ({ method: route.method, pattern: patternOf(route.url) }))
  const nowhere = (request: FastifyRequest): ApiError => {
    const path = request.url.split('?')[0] ?? ''
    const allowed = paths.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
    if (path === state.authority.tokenPath) allowed.push('POST')
    return allowed.length === 0
      ? new ApiError(404)
      : new ApiError(405, undefined, [], { Allow: [...new Set(allowed)].join(', ') })
  }
  app.setNotFoundHandler(async (request, reply) =>
    sendError(reply, nowhere(request), contextOf(request).correlationId),
  )
  app.setErrorHandler(async (thrown: FastifyError, request, reply) => {
    const error = request.is404 ? nowhere(request) : asApiError(thrown)
    const context = contextOf(request)
    if (error.status >= 500)
      state.log.error({
        correlationId: context.correlationId,
        operationId: context.operationId,
        err: cleaned(thrown),
      })
    await auditFailure(error, request, state)
    return sendError(reply, error, context.correlationId)
  })
}

/** Sends a failure in the envelope; 401 and 403 have no body. */
export function sendError(reply: FastifyReply, error: ApiError, correlationId: string): FastifyReply {
  void reply.code(error.status).headers(error.headers)
  if (!hasBody(error.status)) return reply.send()
  const problems = error.problems.slice(0, limits.problems)
  const shown = new ApiError(error.status, error.message, problems)
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(envelopeOf(shown, correlationId)))
}

async function auditFailure(error: ApiError, request: FastifyRequest, state: State): Promise<void> {
  const { caller, operationId, correlationId, isAudited } = contextOf(request)
  if (caller === undefined || operationId === undefined || isAudited || request.method === 'GET') return
  try {
    await writeAudit(state.database, {
      caller,
      correlationId,
      operationId,
      status: error.status,
      outcome: error.status === 403 ? 'forbidden' : error.status < 500 ? 'refused' : 'failed',
      objectId: null,
      properties: [...new Set(error.problems.map(({ property }) => property))].slice(0, limits.problems),
    })
  } catch (failure) {
    state.log.error({ correlationId, err: cleaned(failure) }, 'An audit record could not be written.')
  }
}

function asApiError(thrown: FastifyError): ApiError {
  if (thrown instanceof ApiError) return thrown
  if (isDataException(thrown)) return new ApiError(400, 'The request holds a value that cannot be stored.')
  switch (thrown.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ApiError(413, `The body may have at most ${limits.bodyBytes} bytes.`, [], {
        Connection: 'close',
      })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
    case 'FST_ERR_CTP_INVALID_CONTENT_TYPE':
      return new ApiError(415)
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'ECONNRESET':
      return new ApiError(400, 'The body is not complete.')
    default:
      return new ApiError(500)
  }
}

/** Without the parts of database errors that repeat what the caller sent. */
function cleaned(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { message: 'not an error' }
  const isDatabase = 'code' in thrown && 'severity' in thrown
  return {
    name: thrown.name,
    message: isDatabase ? 'a statement failed' : thrown.message,
    ...('code' in thrown ? { code: thrown.code } : {}),
    stack: isDatabase ? undefined : thrown.stack,
  }
}

function patternOf(url: string): RegExp {
  const escaped = url.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
  return new RegExp(`^${escaped.replaceAll(/:\w+/gu, '[^/]+')}$`, 'u')
}
