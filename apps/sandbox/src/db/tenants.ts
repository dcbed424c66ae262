import { asKind, type ProviderInstance } from '../contract/seed.ts'
import type { Database } from './database.ts'

/** The tenant that has a domain; undefined when none has. */
export async function tenantOfDomain(database: Database, domain: string): Promise<string | undefined> {
  const rows = await database.query<{ tenant_id: string }>(
    'select tenant_id from tenant_domains where domain = $1',
    [domain.toLowerCase()],
  )
  return rows[0]?.tenant_id
}

/** The provider instances of a tenant, by their ids. */
export async function providerInstances(
  database: Database,
  tenantId: string,
): Promise<ReadonlyMap<string, ProviderInstance>> {
  const rows = await database.query<Row>(
    'select id, name, kind, offer_types, supported_countries from provider_instances where tenant_id = $1',
    [tenantId],
  )
  return new Map(rows.map((row) => [row.id, instanceOf(row)]))
}

interface Row {
  id: string
  name: string
  kind: string
  offer_types: string[]
  supported_countries: string[] | null
}

function instanceOf(row: Row): ProviderInstance {
  return {
    id: row.id,
    name: row.name,
    kind: asKind(row.kind),
    offerTypes: row.offer_types,
    supportedCountries: row.supported_countries,
  }
}
