import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from './config.ts'
import type { Route } from './contract/routes.ts'

/** The headers that pages may send, and those that they may read. */
const sent = 'Authorization, Content-Type, X-Correlation-Id, X-Tenant'
const readable = 'Allow, Retry-After, X-Correlation-Id, X-Sandbox-Ignored'

/**
 * Lets the docs' console call the API and the token endpoint: pages on loopback, and those of the configured
 * origins. The admin API under `/_sandbox/` is never opened to other pages.
 */
export function addCors(
  app: FastifyInstance,
  routes: readonly Route[],
  config: Pick<Config, 'corsOrigins'>,
): void {
  const further = new Set(config.corsOrigins.split(',').map((origin) => origin.trim()))
  const methods = [...new Set(routes.map(({ method }) => method))].join(', ')
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers
    const isAdmin = request.url.startsWith('/_sandbox')
    if (!isAdmin) reply.header('vary', 'Origin')
    const isOpen = !isAdmin && origin !== undefined && (isLoopbackOrigin(origin) || further.has(origin))
    if (isOpen)
      reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': readable })
    if (isOpen && isPreflight(request)) answerPreflight(request, reply, methods)
    else done()
  })
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}

function answerPreflight(request: FastifyRequest, reply: FastifyReply, methods: string): void {
  reply.headers({
    'access-control-allow-methods': methods,
    'access-control-allow-headers': sent,
    'access-control-max-age': '600',
  })
  if (request.headers['access-control-request-private-network'] === 'true')
    reply.header('access-control-allow-private-network', 'true')
  void reply.code(204).send()
}

function isLoopbackOrigin(origin: string): boolean {
  return /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u.test(origin)
}
