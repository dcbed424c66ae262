import { hashSecret, newSecret } from '../auth/secret.ts'
import { saveClient } from '../auth/clients.ts'
import type { DemoClient, SeedTenant } from '../contract/seed.ts'
import { textAt } from '../contract/json.ts'
import { isApplied, setApplied } from './applied.ts'
import { type Database, growing } from './database.ts'

/**
 * Stores what the sandbox starts with, unless the database has had just this already.
 * @param database where to
 * @param tenants the contract's seed
 * @param isLoopback see {@link seedClients}
 */
export async function seedOnce(
  database: Database,
  tenants: readonly SeedTenant[],
  isLoopback: boolean,
): Promise<Credential[]> {
  // Random secrets are new at every start, so they are never there already.
  const form = isLoopback ? JSON.stringify(tenants) : newSecret()
  if (isLoopback && (await isApplied(database, 'seed', form))) return credentialsOf(tenants)
  await seed(database, tenants)
  const credentials = await seedClients(database, tenants, isLoopback)
  await setApplied(database, 'seed', form)
  return credentials
}

/**
 * Stores what the sandbox starts with; what is there already stays as it is.
 * @param database where to
 * @param tenants the contract's seed
 */
export async function seed(database: Database, tenants: readonly SeedTenant[]): Promise<void> {
  await database.transaction(async (query) => {
    for (const tenant of tenants) {
      await query('insert into tenants (id, name) values ($1, $2) on conflict (id) do nothing', [
        tenant.id,
        tenant.name,
      ])
      for (const domain of tenant.domains)
        await query(
          'insert into tenant_domains (domain, tenant_id) values ($1, $2) on conflict (domain) do nothing',
          [domain.toLowerCase(), tenant.id],
        )
      for (const instance of tenant.providerInstances)
        await query(
          `insert into provider_instances (tenant_id, id, name, kind, offer_types, supported_countries)
           values ($1, $2, $3, $4, $5, $6) on conflict (tenant_id, id) do nothing`,
          [
            tenant.id,
            instance.id,
            instance.name,
            instance.kind,
            JSON.stringify(instance.offerTypes),
            instance.supportedCountries === null ? null : JSON.stringify(instance.supportedCountries),
          ],
        )
      for (const { id, body } of tenant.resellers)
        await query(
          `insert into resellers (tenant_id, id, company_name, internal_identifier, body)
           values ($1, $2, $3, $4, $5) on conflict (tenant_id, id) do nothing`,
          [
            tenant.id,
            id,
            textAt(body, 'companyName') ?? null,
            textAt(body, 'internalIdentifier') ?? null,
            JSON.stringify(body),
          ],
        )
    }
  })
}

/** An API Access with a secret that somebody can use. */
export interface Credential extends DemoClient {
  tenantId: string
  /** A domain of the tenant, for X-Tenant. */
  tenant: string
}

/**
 * Stores the demo API Accesses.
 * @param isLoopback true gives them the contract's fixed secrets, false new random ones
 * @returns their credentials; nobody else ever learns the random ones
 */
export async function seedClients(
  database: Database,
  tenants: readonly SeedTenant[],
  isLoopback: boolean,
): Promise<Credential[]> {
  const credentials = credentialsOf(tenants).map((each) =>
    isLoopback ? each : Object.assign(each, { secret: newSecret() }),
  )
  for (const { id, name, role, secret, tenantId, resellerId } of credentials)
    await saveClient(database, {
      id,
      name,
      role,
      secretHash: hashSecret(secret),
      grants: [{ tenantId, resellerId }],
    })
  return credentials
}

function credentialsOf(tenants: readonly SeedTenant[]): Credential[] {
  return tenants.flatMap(({ id, domains, clients }) =>
    clients.map((client) => Object.assign({}, client, { tenantId: id, tenant: domains[0] ?? '' })),
  )
}

/**
 * Empties every table of what callers made. All at once and none in use meanwhile, so that the counts of customers
 * cannot differ from the customers, however many are being created.
 */
export async function clear(database: Database): Promise<void> {
  await database.query(`truncate ${growing.join(', ')}`, [])
}
