import type { components, operations } from '@cloudcockpit/openapi/types'
import { createValues, type Creation, loggedCreate } from './audit.ts'
import type { Database } from './database.ts'
import { contains, type Order, orderBy, Where } from './where.ts'

type Reseller = components['schemas']['Reseller']
type Query = NonNullable<operations['listResellers']['parameters']['query']>
type SearchField = NonNullable<Query['searchField']>

/** A reseller as it is stored. */
export interface StoredReseller {
  id: string
  /** What the caller sent. */
  body: Reseller
  /** The status of each provider reseller by now, by the id of the provider instance. */
  statuses: ReadonlyMap<string, string>
}

/** How setting up provider resellers goes. */
export interface Setup {
  milliseconds: number
  /** A provider reseller with this id ends as Failed. */
  failingId: string | undefined
}

/** Whether a tenant has a reseller. */
export async function resellerExists(database: Database, tenantId: string, id: string): Promise<boolean> {
  const rows = await database.query('select 1 from resellers where tenant_id = $1 and id = $2', [
    tenantId,
    id,
  ])
  return rows.length > 0
}

/**
 * Stores a reseller and its audit record in one statement: both are there, or neither.
 * @returns false when the tenant has a reseller with that id already
 */
export async function insertReseller(
  database: Database,
  { id, body }: { id: string; body: Reseller },
  { milliseconds, failingId }: Setup,
  creation: Creation,
): Promise<boolean> {
  const links = (body.providerResellers ?? []).map((item) => ({
    instance: item.providerInstanceId,
    reseller: item.providerResellerId ?? null,
    outcome: failingId !== undefined && item.providerResellerId === failingId ? 'Failed' : 'Success',
  }))
  const rows = await database.query(
    `with created as (
       insert into resellers (tenant_id, id, company_name, internal_identifier, body)
       values ($1, $10, $11, $12, $13) on conflict (tenant_id, id) do nothing returning id
     ), linked as (
       insert into provider_resellers
         (tenant_id, reseller_id, provider_instance_id, provider_reseller_id, settles_at, outcome)
       select $1::uuid, created.id, link.instance, link.reseller, now() + $15::integer * interval '1 millisecond',
         link.outcome
       from created, jsonb_to_recordset($14::jsonb) as link(instance uuid, reseller text, outcome text)
     ), ${loggedCreate}
     select id from created`,
    [
      ...createValues(creation, 'createReseller', id),
      id,
      body.companyName,
      body.internalIdentifier ?? null,
      JSON.stringify(body),
      JSON.stringify(links),
      milliseconds,
    ],
  )
  return rows.length > 0
}

/** One reseller of a tenant; undefined when it has none with that id. */
export async function findReseller(
  database: Database,
  tenantId: string,
  id: string,
): Promise<StoredReseller | undefined> {
  const rows = await database.query<Row>(`${select} where tenant_id = $1 and id = $2`, [tenantId, id])
  return rows.map(stored)[0]
}

/** Which resellers a list has. */
export interface ResellerFilter {
  tenantId: string
  search: string | undefined
  field: SearchField
  customerId: string | undefined
  providerInstanceId: string | undefined
}

/** How many resellers a filter leaves. */
export async function countResellers(database: Database, filter: ResellerFilter): Promise<number> {
  const { text, values } = where(filter)
  const rows = await database.query<{ total: number }>(
    `select count(*)::integer as total from resellers r where ${text}`,
    values,
  )
  return rows[0]?.total ?? 0
}

/** The resellers of one page of a list. */
export async function listResellers(
  database: Database,
  filter: ResellerFilter,
  order: Order,
  offset: number,
  limit: number,
): Promise<StoredReseller[]> {
  const conditions = where(filter)
  const page = conditions.page(offset, limit)
  const rows = await database.query<Row>(
    `${select} where ${conditions.text} ${orderBy(order)} ${page.text}`,
    page.values,
  )
  return rows.map(stored)
}

/** The status is worked out when it is read: no timer, and several instances agree. */
const select = `select id, body, (
    select jsonb_object_agg(provider_instance_id,
      case when settles_at > now() then 'Processing' else outcome end)
    from provider_resellers p where p.tenant_id = r.tenant_id and p.reseller_id = r.id
  ) as statuses from resellers r`

function where(filter: ResellerFilter): Where {
  const conditions = new Where().and('tenant_id = ?', filter.tenantId)
  const { search, customerId, providerInstanceId } = filter
  if (search !== undefined && search !== '') conditions.and(searched[filter.field], contains(search))
  if (customerId !== undefined)
    conditions.and(
      'id in (select reseller_id from customers c where c.tenant_id = r.tenant_id and c.id = ?)',
      customerId,
    )
  if (providerInstanceId === undefined) return conditions
  if (customerId === undefined)
    return conditions.and(`${ofProvider} provider_instance_id = ?)`, providerInstanceId)
  return conditions.and(
    `exists (select 1 from provider_customers p where p.tenant_id = r.tenant_id
       and p.customer_id = ? and p.provider_instance_id = ?)`,
    customerId,
    providerInstanceId,
  )
}

const ofProvider = 'id in (select reseller_id from provider_resellers p where p.tenant_id = r.tenant_id and'
const searched = {
  'Company.Name': 'company_name ilike ?',
  InternalIdentifier: 'internal_identifier ilike ?',
  MpnId: `${ofProvider} provider_reseller_id ilike ?)`,
} as const satisfies Record<SearchField, string>

interface Row {
  id: string
  body: Reseller
  statuses: Record<string, string> | null
}

function stored({ id, body, statuses }: Row): StoredReseller {
  return { id, body, statuses: new Map(Object.entries(statuses ?? {})) }
}
