/* oxlint-disable oxc/no-async-endpoint-handlers -- the rule is for Express; Fastify catches what handlers throw */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash, randomUUID } from 'node:crypto'
import { saveClient } from '../auth/clients.ts'
import { hashSecret, newSecret } from '../auth/secret.ts'
import { type Json, memberOf, textAt } from '../contract/json.ts'
import { listOperations } from '../contract/document.ts'
import type { JsonObject } from '../contract/json.ts'
import { asRole } from '../contract/seed.ts'
import { resellerExists } from '../db/resellers.ts'
import { clear, seed } from '../db/seed.ts'
import { ApiError } from '../errors.ts'
import { parseFault } from '../faults/parse.ts'
import { isUuid } from '../operations/uuid.ts'
import { bodyOf } from '../request-context.ts'
import type { State } from '../state.ts'
import { guard, Refused } from './guard.ts'
import { mask } from './mask.ts'
import { adminDocument } from './openapi.ts'
import { page } from './page.ts'
import { style } from './page-style.ts'
import { latestAudit, latestCustomers, latestResellers } from './store.ts'

const day = 86_400_000

/** Adds the admin API and its page under `/_sandbox/`. It is no part of the contract. */
export function addAdmin(app: FastifyInstance, document: JsonObject, state: State): void {
  const operationIds = listOperations(document).map(({ id }) => id)
  app.register(
    async (admin) => {
      admin.addHook('onRequest', async (request) => guard(request, state.config))
      admin.setErrorHandler(async (error, _request, reply) => {
        if (error instanceof Refused) return reply.code(403).send({ message: error.message })
        if (error instanceof ApiError) return reply.code(error.status).send({ message: error.message })
        throw error
      })
      addReads(admin, state)
      addChanges(admin, state, operationIds)
    },
    { prefix: '/_sandbox' },
  )
}

function addReads(admin: FastifyInstance, state: State): void {
  const { database, recent, faults, tokenFaults } = state
  admin.get('/', async (request, reply) => {
    const hash = createHash('sha256').update(style).digest('base64')
    const policy = `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`
    void reply.headers({
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    return reply.type('text/html; charset=utf-8').send(page(recent.list(), isRevealed(request)))
  })
  admin.get('/openapi.json', async () => adminDocument)
  admin.get('/requests', async (request) =>
    recent.list().map((each) =>
      Object.assign({}, each, {
        request: shown(request, each.request),
        answer: shown(request, each.answer),
      }),
    ),
  )
  admin.get('/audit', async () => latestAudit(database))
  admin.get('/customers', async (request) => shown(request, await latestCustomers(database)))
  admin.get('/resellers', async (request) => shown(request, await latestResellers(database)))
  admin.get('/faults', async () => [...faults.list(), ...tokenFaults.list()])
}

function addChanges(admin: FastifyInstance, state: State, operationIds: readonly string[]): void {
  const { database, faults, tokenFaults, tenants } = state
  admin.post('/faults', async (request, reply) => {
    addFault(bodyOf(request) ?? null, state, operationIds)
    return reply.code(204).send()
  })
  admin.delete('/faults', async (_request, reply) => {
    faults.clear()
    tokenFaults.clear()
    return reply.code(204).send()
  })
  admin.post('/clock', async (request, reply) => {
    const shift = memberOf(bodyOf(request) ?? null, 'shift')
    if (typeof shift !== 'number' || !Number.isInteger(shift) || Math.abs(shift) > 3650 * day)
      throw new ApiError(400, 'shift must be a whole number of milliseconds, at most ten years.')
    state.clock.shift = shift
    return reply.code(204).send()
  })
  admin.post('/keys', async (_request, reply) => {
    await state.keys.rotate(false)
    return reply.code(204).send()
  })
  admin.post('/clients', async (request) => addClient(bodyOf(request) ?? null, state))
  admin.post('/reset', async (_request, reply) => reset(reply, state))
  admin.post('/seed', async (_request, reply) => {
    await seed(database, tenants)
    return reply.code(204).send()
  })
}

async function reset(reply: FastifyReply, { database, tenants, recent, faults, tokenFaults, clock }: State) {
  await clear(database)
  await seed(database, tenants)
  recent.clear()
  faults.clear()
  tokenFaults.clear()
  clock.shift = 0
  return reply.code(204).send()
}

function addFault(body: Json, { faults, tokenFaults }: State, operationIds: readonly string[]): void {
  const parsed = parseFault(body)
  if ('problem' in parsed) throw new ApiError(400, `${parsed.problem}.`)
  const count = memberOf(body, 'count') ?? 1
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > 1000)
    throw new ApiError(400, 'count must be a whole number from 1 to 1000.')
  const operationId = textAt(body, 'operationId')
  if (operationId !== undefined && !operationIds.includes(operationId))
    throw new ApiError(400, `operationId must be one of ${operationIds.join(', ')}.`)
  if (parsed.isTokenFault) tokenFaults.add({ fault: parsed.fault, count })
  else faults.add({ fault: parsed.fault, count, ...(operationId === undefined ? {} : { operationId }) })
}

async function addClient(body: Json, state: State): Promise<JsonObject> {
  const name = textAt(body, 'name')
  const role = textAt(body, 'role')
  const domain = textAt(body, 'tenant')
  const resellerId = textAt(body, 'resellerId')
  if (name === undefined || name.length > 255 || name.includes('\0'))
    throw new ApiError(400, 'name must be a text of at most 255 characters.')
  if (role !== 'csp' && role !== 'reseller') throw new ApiError(400, 'role must be csp or reseller.')
  const tenantId = domain === undefined || domain.includes('\0') ? undefined : await state.findTenant(domain)
  if (tenantId === undefined) throw new ApiError(400, 'tenant must be a domain of a tenant.')
  const isKnown =
    resellerId !== undefined &&
    isUuid(resellerId) &&
    (await resellerExists(state.database, tenantId, resellerId))
  if (role === 'reseller' ? !isKnown : resellerId !== undefined)
    throw new ApiError(400, 'resellerId must be a reseller of the tenant, and only for the role reseller.')
  const secret = newSecret()
  const id = randomUUID()
  const grants = [{ tenantId, resellerId: resellerId?.toLowerCase() ?? null }]
  await saveClient(state.database, { id, name, role: asRole(role), secretHash: hashSecret(secret), grants })
  state.forget()
  return { id, secret, role, scope: state.authority.scope }
}

function isRevealed(request: FastifyRequest): boolean {
  return new URLSearchParams(request.url.split('?')[1]).get('reveal') === 'true'
}

function shown(request: FastifyRequest, value: Json | undefined): Json | undefined {
  return value === undefined || isRevealed(request) ? value : mask(value)
}
