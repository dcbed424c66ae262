import type { Role } from '../contract/seed.ts'
import { asRole } from '../contract/seed.ts'
import type { Database } from '../db/database.ts'

/** What an API Access may do in one tenant. */
export interface Grant {
  tenantId: string
  /** The reseller that the API Access acts for; null for a CSP's. */
  resellerId: string | null
}

/** An API Access: a program's identity. */
export interface ApiClient {
  id: string
  name: string
  role: Role
  secretHash: string
  grants: Grant[]
}

interface Row {
  id: string
  name: string
  role: string
  secret_hash: string
  tenant_id: string
  reseller_id: string | null
}

/**
 * An API Access by its id; undefined when there is none.
 * @param database where it lives
 * @param id its id, which need not be a UUID
 */
export async function findClient(database: Database, id: string): Promise<ApiClient | undefined> {
  const rows = await database.query<Row>(
    `select c.id, c.name, c.role, c.secret_hash, g.tenant_id, g.reseller_id
     from api_clients c join api_client_tenants g on g.client_id = c.id where c.id = $1`,
    [id],
  )
  const [first] = rows
  if (first === undefined) return undefined
  return {
    id: first.id,
    name: first.name,
    role: asRole(first.role),
    secretHash: first.secret_hash,
    grants: rows.map((row) => ({ tenantId: row.tenant_id, resellerId: row.reseller_id })),
  }
}

/** Stores an API Access, or changes the one with its id. */
export async function saveClient(database: Database, client: ApiClient): Promise<void> {
  await database.transaction(async (query) => {
    await query(
      `insert into api_clients (id, name, role, secret_hash) values ($1, $2, $3, $4)
       on conflict (id) do update set name = excluded.name, role = excluded.role, secret_hash = excluded.secret_hash`,
      [client.id, client.name, client.role, client.secretHash],
    )
    for (const { tenantId, resellerId } of client.grants) {
      await query(
        `insert into api_client_tenants (client_id, tenant_id, reseller_id) values ($1, $2, $3)
         on conflict (client_id, tenant_id) do update set reseller_id = excluded.reseller_id`,
        [client.id, tenantId, resellerId],
      )
    }
  })
}
