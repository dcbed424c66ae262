import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { authenticate } from './auth/authenticate.ts'
import type { Json } from './contract/json.ts'
import type { Route } from './contract/routes.ts'
import { writeAudit } from './db/audit.ts'
import { ApiError, invalid } from './errors.ts'
import { drop, pause, sendBroken, sendStatus } from './faults/send.ts'
import type { Caller, Call, OperationId, Services } from './operations/operation.ts'
import { bodyOf, contextOf } from './request-context.ts'
import type { State } from './state.ts'

/** Adds one route per operation of the contract. */
export function addContractRoutes(
  app: FastifyInstance,
  routes: readonly Route[],
  state: State,
  failingProviderResellerId: string | undefined,
): void {
  const { database, config } = state
  const services: Services = {
    database,
    config,
    providerInstances: async (tenantId) => state.providerInstances(tenantId),
    failingProviderResellerId,
  }
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.url,
      // Before the body is read: who may not call need not send one.
      onRequest: async (request) => identify(route, request, state),
      handler: async (request, reply) => serve(route, request, reply, state, services),
      onSend: (request, reply, payload, done) => {
        if (state.config.validateAnswers === 'on') checkAnswer(route, request, reply, payload, state)
        done(null, payload)
      },
    })
  }
}

async function identify(route: Route, request: FastifyRequest, state: State): Promise<void> {
  const context = contextOf(request)
  context.operationId = route.operationId
  const { client, role } = await authenticate(request.headers.authorization, state.tokens, async (id) =>
    state.findClient(id),
  )
  const domain = request.headers['x-tenant']
  if (typeof domain === 'string' && domain !== '' && !domain.includes('\0')) {
    const tenantId = await state.findTenant(domain)
    const grant = client.grants.find((each) => each.tenantId === tenantId)
    if (grant === undefined) throw new ApiError(403)
    context.caller = { clientId: client.id, role, ...grant }
  }
  if (!route.roles.has(role)) throw new ApiError(403)
}

async function serve(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  state: State,
  services: Services,
): Promise<FastifyReply> {
  const context = contextOf(request)
  const found = state.faults.next(route.operationId, context.correlationId)
  // A read commits nothing; and the search that settles a lost create carries the correlation id of that create.
  const fault = found?.kind === 'commit-then-drop' && !route.isUnsafe ? undefined : found
  if (fault !== undefined) context.isFaulted = fault.kind !== 'delay'
  if (fault?.kind === 'drop') {
    drop(reply)
    return reply
  }
  if (fault?.kind === 'delay') await pause(fault.ms)
  if (fault?.kind === 'status' && fault.commit !== true)
    return sendStatus(reply, fault, context.correlationId)
  const call = await accept(route, request, services)
  if (route.operation === undefined) throw new ApiError(501)
  const { status, body, isAudited } = await route.operation.handle(call)
  context.isAudited = isAudited === true
  if (route.isUnsafe && !context.isAudited) await auditRepeat(route, call, status, state)
  if (context.ignored.length > 0) void reply.header('x-sandbox-ignored', headerText(context.ignored))
  const text = JSON.stringify(body)
  if (fault?.kind === 'status') return sendStatus(reply, fault, context.correlationId)
  // A reply is a promise of its own end; what tells whether it was sent is not to be one.
  const isSent = fault !== undefined && (await sendBroken(reply, fault, status, text))
  return isSent ? reply : reply.code(status).type('application/json; charset=utf-8').send(text)
}

/** Validates a request by the contract and by the operation's own rules, all at once. */
async function accept(route: Route, request: FastifyRequest, services: Services): Promise<Call<OperationId>> {
  const context = contextOf(request)
  const body = bodyOf(request)
  if (route.hasBody && body === undefined) throw new ApiError(400, 'The body is missing.')
  const query = asRecord(request.query)
  const found = route.validateRequest({
    headers: request.headers,
    query,
    path: asRecord(request.params),
    body,
    text: context.text,
  })
  context.ignored = found.ignored
  const { caller } = context
  const { query: completed, path } = found
  const sentQuery = Object.keys(query)
  const problems =
    caller === undefined
      ? []
      : await route.operation?.check?.({ caller, services, body, query: completed, path, sentQuery })
  const all = [...found.problems, ...(problems ?? [])]
  if (all.length > 0) throw invalid(all, route.hasBody ? 'properties' : 'parameters')
  if (caller === undefined) throw new ApiError(403)
  return asCall(caller, services, context.correlationId, body, found)
}

/** The contract's validator has just accepted these parts for this operation, so they have its types. */
function asCall(
  caller: Caller,
  services: Services,
  correlationId: string,
  body: Json | undefined,
  { query, path }: { query: unknown; path: unknown },
): Call<OperationId> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return { caller, services, correlationId, body, query, path } as Call<OperationId>
}

async function auditRepeat(
  route: Route,
  call: Call<OperationId>,
  status: number,
  state: State,
): Promise<void> {
  const { caller, correlationId } = call
  const { operationId } = route
  const record = { caller, correlationId, operationId, status, objectId: null, properties: ['id'] }
  await writeAudit(state.database, { ...record, outcome: 'repeated' })
}

function checkAnswer(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  state: State,
): void {
  const context = contextOf(request)
  if (context.isFaulted) return
  const type = reply.getHeader('content-type')
  const text = typeof payload === 'string' ? payload : ''
  const fault = route.validateAnswer(reply.statusCode, type === undefined ? undefined : String(type), text)
  if (fault === undefined) return
  const violation = `${route.operationId} answered ${reply.statusCode} against the contract: ${fault}`
  state.violations.push(violation)
  state.log.error({ correlationId: context.correlationId }, violation)
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** Header values are ASCII and of one line. */
function headerText(names: readonly string[]): string {
  return names
    .map((name) => encodeURI(name))
    .join(', ')
    .slice(0, 1000)
}
