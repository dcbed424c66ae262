import type { FastifyInstance } from 'fastify'
import { pino, type Logger } from 'pino'
import { Registry } from 'prom-client'
import { isIP, type AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { buildApp } from './app.ts'
import { createClock } from './auth/clock.ts'
import { findClient } from './auth/clients.ts'
import { newKey, openKeyRing } from './auth/keys.ts'
import { type Authority, createTokens, type TokenOptions } from './auth/tokens.ts'
import { completeConfig, type Config, defaults, isLoopback } from './config.ts'
import { readBundle } from './contract/document.ts'
import { isObject, type JsonObject, objectAt } from './contract/json.ts'
import { readSeed, type Role } from './contract/seed.ts'
import type { Database } from './db/database.ts'
import { isFresh, openDatabase } from './db/open.ts'
import { type Credential, seedOnce } from './db/seed.ts'
import { providerInstances, tenantOfDomain } from './db/tenants.ts'
import type { OperationFault, Planned, TokenFault } from './faults/fault.ts'
import { OperationFaults } from './faults/operation-faults.ts'
import { TokenFaults } from './faults/token-faults.ts'
import { createHttpServer } from './http-server.ts'
import { limits } from './limits.ts'
import { RecentRequests } from './recent-requests.ts'
import { remember } from './remember.ts'
import type { State } from './state.ts'

/** How an embedded sandbox may differ from {@link defaults}: it takes a free port and does not log. */
export interface SandboxOptions extends Partial<Config> {
  /** A contract other than the repository's bundle. */
  document?: JsonObject
  /** A database that is open already; the sandbox closes it. */
  openDatabase?: () => Promise<Database>
  log?: Logger
}

/** A running sandbox. */
export interface Sandbox {
  /** Where it listens, such as `http://127.0.0.1:4010`, without a slash at the end. */
  readonly url: string
  /** The token endpoint, and the scope to ask it for. */
  readonly tokenUrl: string
  readonly scope: string
  /** The API Accesses that it knows from the start, with their secrets. The first is a CSP's. */
  readonly credentials: readonly Credential[]
  /**
   * An access token, made without asking the token endpoint.
   * @param role whose
   * @param options `tenant`: a domain of the tenant, the first tenant's when left out
   */
  token(role?: Role, options?: TokenOptions & { tenant?: string }): Promise<string>
  /** The credential of a role in a tenant; the first tenant when left out. */
  credential(role?: Role, tenant?: string): Credential
  /** Plans a fault for the next requests to an operation or to the token endpoint. */
  fail(fault: OperationFault | TokenFault, options?: { count?: number; operationId?: string }): void
  /** Forgets all planned faults. */
  recover(): void
  /** Makes a new signing key; tokens made before are refused from now on. */
  rotateKeys(): Promise<void>
  /** Shifts the sandbox's clock, by which tokens begin and expire. */
  shiftClock(milliseconds: number): void
  /** Answers that broke the contract's word; empty, or the sandbox has a defect. */
  readonly violations: readonly string[]
  /** The sandbox's database, to look at what is stored. */
  readonly database: Database
  /** Routes from another version of the contract, with everything stored left as it is. */
  reload(document: JsonObject): Promise<void>
  /** Finishes open requests, then closes the server and the database. */
  close(): Promise<void>
}

/**
 * Starts a sandbox inside this process.
 * @param options how it differs from the defaults; `{ database: 'memory:' }` suits tests
 * @throws ConfigError for a setting with a wrong value, DirectoryInUse, Error when the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { document: given, openDatabase: open, log: logger, ...settings } = options
  const config = completeConfig(settings, { ...defaults, port: 0, database: 'memory:', logLevel: 'silent' })
  const document = given ?? (await readBundle())
  const log = logger ?? pino({ level: config.logLevel })
  // A fresh database needs a signing key, made beside its opening: both take their time.
  const firstKey = isFresh(config.database) ? newKey() : undefined
  const database = await (open ?? (() => openDatabase(config.database)))()
  try {
    return await startOn(config, document, log, database, async () => firstKey ?? newKey())
  } catch (error) {
    await database.close()
    throw error
  }
}

async function startOn(
  config: Config,
  document: JsonObject,
  log: Logger,
  database: Database,
  firstKey: typeof newKey,
): Promise<Sandbox> {
  const tenants = readSeed(document)
  const credentials = await seedOnce(database, tenants, isLoopback(config.host))
  const clock = createClock()
  const keys = await openKeyRing(database, firstKey)
  const authority = authorityOf(document)
  const clients = remember((id) => findClient(database, id), 2_000)
  const domains = remember((domain) => tenantOfDomain(database, domain), 2_000)
  const instances = remember((tenantId) => providerInstances(database, tenantId), 2_000)
  const state: State = {
    config,
    log,
    database,
    authority,
    keys,
    tokens: createTokens(authority, keys, clock),
    clock,
    faults: new OperationFaults(),
    tokenFaults: new TokenFaults(),
    recent: new RecentRequests(),
    metrics: new Registry(),
    tenants,
    violations: [],
    isReady: true,
    findClient: clients,
    findTenant: domains,
    providerInstances: instances,
    forget: () => {
      clients.forget()
      domains.forget()
      instances.forget()
    },
  }
  state.faults.learn(document)
  let app = await buildApp(document, state)
  const server = createHttpServer((request, response) => {
    app.routing(request, response)
  })
  const url = await listen(server, config)
  // After the first requests rather than before them: PGlite does one thing at a time.
  const housekeeping = setTimeout(() => {
    database.housekeep().catch((err: unknown) => log.warn({ err }, 'housekeeping failed'))
  }, limits.housekeeping).unref()
  const credential = (role: Role = 'csp', tenant?: string) => pick(credentials, role, tenant)

  return {
    url,
    tokenUrl: url + authority.tokenPath,
    scope: authority.scope,
    credentials,
    credential,
    violations: state.violations,
    database,
    token: async (role, { tenant, ...rest } = {}) => {
      const client = await findClient(database, credential(role, tenant).id)
      if (client === undefined) throw new Error('The API Access is gone; seed the sandbox again.')
      return state.tokens.sign(client, rest)
    },
    fail: (fault, { count = 1, operationId } = {}) => {
      plan(state, fault, count, operationId)
    },
    recover: () => {
      state.faults.clear()
      state.tokenFaults.clear()
    },
    rotateKeys: async () => keys.rotate(false),
    shiftClock: (milliseconds) => {
      clock.shift = milliseconds
    },
    reload: async (next) => {
      const built = await buildApp(next, state)
      state.faults.learn(next)
      // Requests that are under way end in the old routes.
      app = built
    },
    close: async () => {
      clearTimeout(housekeeping)
      await close(server, app, state)
    },
  }
}

function plan(state: State, fault: OperationFault | TokenFault, count: number, operationId?: string): void {
  if (fault.kind === 'token-refuse' || fault.kind === 'token-429' || fault.kind === 'token-short') {
    state.tokenFaults.add({ fault, count })
    return
  }
  const planned: Planned<OperationFault> = {
    fault,
    count,
    ...(operationId === undefined ? {} : { operationId }),
  }
  state.faults.add(planned)
}

async function listen(server: Server, { host, port }: Config): Promise<string> {
  await new Promise<void>((done, failed) => {
    server.once('error', (error) => {
      const isTaken = 'code' in error && error.code === 'EADDRINUSE'
      failed(
        isTaken ? new Error(`The port ${port} on ${host} is taken. Choose another one with --port.`) : error,
      )
    })
    server.listen(port, host, done)
  })
  const address = server.address()
  const { port: taken } = isAddress(address) ? address : { port }
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${taken}`
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

async function close(server: Server, app: FastifyInstance, state: State): Promise<void> {
  if (!state.isReady) return
  state.isReady = false
  const closed = new Promise((done) => server.close(done))
  server.closeIdleConnections()
  // Node closes a keep-alive connection only when it is idle; requests that never end are cut off.
  const patience = setTimeout(() => {
    server.closeAllConnections()
  }, limits.shutdown)
  const sweep = setInterval(() => {
    server.closeIdleConnections()
  }, 50)
  await closed
  clearTimeout(patience)
  clearInterval(sweep)
  await app.close()
  await state.database.close()
}

function pick(credentials: readonly Credential[], role: Role, tenant: string | undefined): Credential {
  const found = credentials.find(
    (each) => each.role === role && (tenant === undefined || each.tenant === tenant),
  )
  if (found === undefined)
    throw new Error(`The contract seeds no ${role} for the tenant ${tenant ?? '(first)'}.`)
  return found
}

function authorityOf(document: JsonObject): Authority {
  for (const scheme of Object.values(objectAt(objectAt(document, 'components'), 'securitySchemes'))) {
    const flow = objectAt(objectAt(scheme, 'flows'), 'clientCredentials')
    const scope = Object.keys(objectAt(flow, 'scopes'))[0]
    if (!isObject(scheme) || typeof flow['tokenUrl'] !== 'string' || scope === undefined) continue
    const { origin, pathname: tokenPath } = new URL(flow['tokenUrl'])
    const directory = tokenPath.split('/')[1] ?? ''
    return { origin, directory, scope, tokenPath, audience: scope.replace(/\/\.default$/u, '') }
  }
  throw new Error('The contract has no security scheme with an OAuth client credentials flow.')
}
