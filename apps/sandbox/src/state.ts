import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { ApiClient } from './auth/clients.ts'
import type { Clock } from './auth/clock.ts'
import type { KeyRing } from './auth/keys.ts'
import type { Authority, Tokens } from './auth/tokens.ts'
import type { Config } from './config.ts'
import type { ProviderInstance, SeedTenant } from './contract/seed.ts'
import type { Database } from './db/database.ts'
import type { OperationFaults } from './faults/operation-faults.ts'
import type { TokenFaults } from './faults/token-faults.ts'
import type { RecentRequests } from './recent-requests.ts'

/** Everything that lives as long as the sandbox runs, also when its routes are reloaded. */
export interface State {
  config: Config
  log: Logger
  database: Database
  authority: Authority
  keys: KeyRing
  tokens: Tokens
  clock: Clock
  faults: OperationFaults
  tokenFaults: TokenFaults
  recent: RecentRequests
  metrics: Registry
  tenants: SeedTenant[]
  /** Answers that broke the contract's word, newest last: method, operation and reason. */
  violations: string[]
  /** False as soon as the sandbox was told to stop. */
  isReady: boolean
  findClient(clientId: string): Promise<ApiClient | undefined>
  /** Forgets remembered API Accesses and tenants after one was changed. */
  forget(): void
  findTenant(domain: string): Promise<string | undefined>
  providerInstances(tenantId: string): Promise<ReadonlyMap<string, ProviderInstance>>
}
