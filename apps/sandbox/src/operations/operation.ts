import type { operations } from '@cloudcockpit/openapi/types'
import type { Config } from '../config.ts'
import type { Json, JsonObject } from '../contract/json.ts'
import type { ProviderInstance, Role } from '../contract/seed.ts'
import type { Database } from '../db/database.ts'
import type { Problem } from '../errors.ts'

/** The name of an operation of the contract. */
export type OperationId = keyof operations

/** Who sent a request, as its token and X-Tenant say. */
export interface Caller {
  clientId: string
  role: Role
  tenantId: string
  /** The reseller that the caller acts for; null for a CSP. */
  resellerId: string | null
}

/** What an operation needs besides its request. */
export interface Services {
  database: Database
  /** The provider instances of a tenant, by their ids; remembered for a while. */
  providerInstances(tenantId: string): Promise<ReadonlyMap<string, ProviderInstance>>
  config: Config
  /** From the contract: a provider reseller with this id ends as Failed. */
  failingProviderResellerId: string | undefined
}

/** A request whose parts have not been validated yet, or have been found wrong. */
export interface UncheckedCall {
  caller: Caller
  services: Services
  body: Json | undefined
  query: JsonObject
  path: JsonObject
  /** The names of the query parameters that the caller sent, without those filled in by default. */
  sentQuery: readonly string[]
}

type JsonOf<Holder> = Holder extends { content: { 'application/json': infer Body } } ? Body : undefined
type Success = 200 | 201
type QueryOf<Id extends OperationId> = operations[Id]['parameters'] extends { query?: infer Query }
  ? NonNullable<Query>
  : Record<string, never>
type PathOf<Id extends OperationId> = operations[Id]['parameters'] extends { path: infer Path }
  ? Path
  : undefined

/** A request that the contract and the operation's own checks have accepted. */
export interface Call<Id extends OperationId> {
  caller: Caller
  services: Services
  correlationId: string
  body: operations[Id] extends { requestBody: infer Body } ? JsonOf<Body> : undefined
  query: QueryOf<Id>
  path: PathOf<Id>
}

/** A success that the contract describes for an operation. */
export type Answer<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses'] & Success]: {
    status: Status
    body: JsonOf<operations[Id]['responses'][Status]>
    /** True when the operation has written its audit record itself, together with its data. */
    isAudited?: boolean
  }
}[keyof operations[Id]['responses'] & Success]

/** How the sandbox does one operation. */
export interface Operation<Id extends OperationId> {
  /**
   * Says what is wrong beyond the contract. It also sees requests that the contract refuses, so that callers
   * learn of everything at once.
   * @throws ApiError for a caller that may not do this
   */
  check?: (call: UncheckedCall) => Promise<Problem[]>
  handle: (call: Call<Id>) => Promise<Answer<Id>>
}

/** All operations, by their ids. */
export type Operations = { [Id in OperationId]?: Operation<Id> }
