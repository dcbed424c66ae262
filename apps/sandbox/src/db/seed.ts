import { hashSecret, newSecret } from '../auth/secret.ts'
import { saveClient } from '../auth/clients.ts'
import type { DemoClient, SeedTenant } from '../contract/seed.ts'
import { textAt } from '../contract/json.ts'
import type { Database } from './database.ts'

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
  const credentials = tenants.flatMap((tenant) =>
    tenant.clients.map((client) => ({
      ...client,
      secret: isLoopback ? client.secret : newSecret(),
      tenantId: tenant.id,
      tenant: tenant.domains[0] ?? '',
    })),
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

/** Empties every table of what callers made, and of API Accesses that the seed does not have. */
export async function clear(database: Database): Promise<void> {
  await database.transaction(async (query) => {
    for (const table of ['customers', 'provider_customers', 'resellers', 'provider_resellers', 'audit_log'])
      await query(`delete from ${table}`, [])
  })
}
