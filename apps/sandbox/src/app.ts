import { fastify, type FastifyInstance } from 'fastify'
import type { JsonObject } from './contract/json.ts'
import { textAt, objectAt } from './contract/json.ts'
import { createCompiler } from './contract/ajv.ts'
import { routesOf } from './contract/routes.ts'
import { addAdmin } from './admin/routes.ts'
import { addTokenEndpoint } from './auth/token-endpoint.ts'
import { addBodyParser } from './body-parser.ts'
import { addContractRoutes } from './contract-routes.ts'
import { addCors } from './cors.ts'
import { addErrorAnswers, sendError } from './error-answers.ts'
import { ApiError } from './errors.ts'
import { addContext, contextOf } from './request-context.ts'
import { addHealth } from './health.ts'
import { limits } from './limits.ts'
import { addMetrics } from './metrics.ts'
import { operations } from './operations/index.ts'
import type { Operations } from './operations/operation.ts'
import { addRequestLog } from './request-log.ts'
import type { State } from './state.ts'

/**
 * Builds the sandbox's routes from a contract; it does not listen.
 * @param document the bundled contract
 * @param state what outlives a reload: database, keys, faults, recent requests
 * @param handlers how operations are done; others than the sandbox's own only in tests
 * @throws Error when contract and handlers do not match
 */
export async function buildApp(
  document: JsonObject,
  state: State,
  handlers: Operations = operations,
): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: limits.bodyBytes,
    exposeHeadRoutes: false,
    // The sandbox logs one line per request of its own.
    logger: false,
    // A path that cannot be decoded, or has a part of absurd length, is nowhere.
    frameworkErrors: (_error, request, reply) => {
      sendError(reply, new ApiError(404), contextOf(request).correlationId)
    },
    routerOptions: { maxParamLength: 256 },
  })
  const compiler = createCompiler(document)
  const routes = routesOf(document, handlers, state.config, compiler)
  addContext(app)
  addErrorAnswers(app, routes, state)
  addRequestLog(app, state)
  addMetrics(app, state)
  addCors(app, routes, state.config)
  addBodyParser(app)
  addHealth(app, state)
  addTokenEndpoint(app, {
    authority: state.authority,
    tokens: state.tokens,
    keys: state.keys,
    faults: state.tokenFaults,
    find: async (clientId) => state.findClient(clientId),
  })
  addAdmin(app, document, state)
  addContractRoutes(app, routes, state, textAt(objectAt(document, 'x-sandbox'), 'failingProviderResellerId'))
  await app.ready()
  // When the first callers have been answered, so that later ones need not wait for a compiler.
  setTimeout(() => {
    compiler.ahead().catch((err: unknown) => state.log.error({ err }, 'a schema cannot be compiled'))
  }, limits.compileAhead).unref()
  return app
}
