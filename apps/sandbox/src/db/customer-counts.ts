import type { Database } from './database.ts'

/**
 * How many customers there are, kept as they are created. A tenant's count is spread over several rows, so that
 * creates at the same time seldom wait for each other; reading it is adding up a handful.
 */
const slots = 16

/** Stands for the CSP itself, whose customers have no reseller: a key cannot hold null. */
const noReseller = '00000000-0000-0000-0000-000000000000'

/** A slot that no create counts in. */
const storedBefore = -1

/** Counts what a database held before it kept counts; nothing where it does already. */
export const countStored = `insert into customer_counts (tenant_id, reseller_id, slot, total)
  select tenant_id, coalesce(reseller_id, '${noReseller}'), ${storedBefore}, count(*)::integer from customers
  where not exists (select 1 from customer_counts c where c.tenant_id = customers.tenant_id)
  group by 1, 2 on conflict (tenant_id, reseller_id, slot) do nothing`

/**
 * The part of a create's statement that counts what the part called `created` has stored.
 * @param tenant, reseller, slot the placeholders of these values, such as `$1`
 */
export function counted(tenant: string, reseller: string, slot: string): string {
  return `counted as (
    insert into customer_counts (tenant_id, reseller_id, slot, total)
    select ${tenant}::uuid, coalesce(${reseller}::uuid, '${noReseller}'), ${slot}::integer, 1 from created
    on conflict (tenant_id, reseller_id, slot) do update set total = customer_counts.total + 1)`
}

/** The slot for one create. */
export function anySlot(): number {
  return Math.floor(Math.random() * slots)
}

/**
 * How many customers a tenant has.
 * @param resellerId only those related to this reseller; null for all
 */
export async function totalOf(
  database: Database,
  tenantId: string,
  resellerId: string | null,
): Promise<number> {
  const sum = 'select coalesce(sum(total), 0)::integer as total from customer_counts where tenant_id = $1'
  const rows = await (resellerId === null
    ? database.query<{ total: number }>(sum, [tenantId])
    : database.query<{ total: number }>(`${sum} and reseller_id = $2`, [tenantId, resellerId]))
  return rows[0]?.total ?? 0
}
