import type { components, operations } from '@cloudcockpit/openapi/types'
import { textAt } from '../contract/json.ts'
import { parseJson } from '../contract/json-text.ts'
import { createValues, type Creation, loggedCreate } from './audit.ts'
import { anySlot, counted, totalOf } from './customer-counts.ts'
import type { Database } from './database.ts'
import { contains, type Order, orderBy, Where } from './where.ts'

type Customer = components['schemas']['Customer']
type Query = NonNullable<operations['listCustomers']['parameters']['query']>
type SearchField = NonNullable<Query['searchField']>

/** A customer as it is stored. */
export interface StoredCustomer {
  id: string
  /** The reseller that it is related to; null for a direct relation to the CSP. */
  resellerId: string | null
  /** What the caller sent. */
  body: Customer
}

const insertion = `with created as (
       insert into customers (tenant_id, id, reseller_id, company_name, internal_identifier, body)
       values ($1, $10, $11, $12, $13, $14) on conflict (tenant_id, id) do nothing returning id
     ), linked as (
       insert into provider_customers (tenant_id, customer_id, provider_instance_id, provider_customer_id, domain)
       select $1::uuid, created.id, link.instance, link.customer, link.domain
       from created, jsonb_to_recordset($15::jsonb) as link(instance uuid, customer text, domain text)
     ), ${counted('$1', '$11', '$16')}, ${loggedCreate}
     select id from created`

/**
 * Stores a customer and its audit record in one statement: both are there, or neither.
 * @returns false when the tenant has a customer with that id already
 */
export async function insertCustomer(
  database: Database,
  { id, resellerId, body }: StoredCustomer,
  creation: Creation,
): Promise<boolean> {
  const links = Object.entries(body.providerCustomers ?? {}).map(([instance, customer]) => ({
    instance,
    customer: customer.providerCustomerId ?? null,
    domain: domainOf(customer.providerCustomerData),
  }))
  const rows = await database.query(insertion, [
    ...createValues(creation, 'createCustomer', id),
    id,
    resellerId,
    body.companyName,
    body.internalIdentifier ?? null,
    JSON.stringify(body),
    JSON.stringify(links),
    anySlot(),
  ])
  return rows.length > 0
}

/** One customer of a tenant; undefined when it has none with that id. */
export async function findCustomer(
  database: Database,
  tenantId: string,
  id: string,
): Promise<StoredCustomer | undefined> {
  const rows = await database.query<Row>(
    'select id, reseller_id, body from customers where tenant_id = $1 and id = $2',
    [tenantId, id],
  )
  return rows.map(stored)[0]
}

/** Which customers a list has. */
export interface CustomerFilter {
  tenantId: string
  /** Only those related to this reseller; null for all. */
  resellerId: string | null
  search: string | undefined
  field: SearchField
  /** Whether a part of an identifier is enough. A part of a name always is. */
  isPartial: boolean
}

/** How many customers a filter leaves. */
export async function countCustomers(database: Database, filter: CustomerFilter): Promise<number> {
  if (!isSearch(filter)) return totalOf(database, filter.tenantId, filter.resellerId)
  const { text, values } = where(filter)
  const rows = await database.query<{ total: number }>(
    `select count(*)::integer as total from customers where ${text}`,
    values,
  )
  return rows[0]?.total ?? 0
}

/** The customers of one page of a list. */
export async function listCustomers(
  database: Database,
  filter: CustomerFilter,
  order: Order,
  offset: number,
  limit: number,
): Promise<StoredCustomer[]> {
  const conditions = where(filter)
  const page = conditions.page(offset, limit)
  const rows = await database.query<Row>(
    `select id, reseller_id, body from customers where ${conditions.text} ${orderBy(order)} ${page.text}`,
    page.values,
  )
  return rows.map(stored)
}

function isSearch(filter: CustomerFilter): filter is CustomerFilter & { search: string } {
  return filter.search !== undefined && filter.search !== ''
}

function where(filter: CustomerFilter): Where {
  const { tenantId, resellerId, field, isPartial } = filter
  const conditions = new Where().and('tenant_id = ?', tenantId)
  if (resellerId !== null) conditions.and('reseller_id = ?', resellerId)
  if (!isSearch(filter)) return conditions
  const { search } = filter
  if (field === 'Company.Name') return conditions.and('company_name ilike ?', contains(search))
  const test = (column: string) => (isPartial ? `${column} ilike ?` : `${column} = ?`)
  const value = isPartial ? contains(search) : search
  if (field === 'InternalIdentifier') return conditions.and(test('internal_identifier'), value)
  const column = field === 'Domain' ? 'domain' : 'provider_customer_id'
  return conditions.and(
    `id in (select customer_id from provider_customers p where p.tenant_id = customers.tenant_id and ${test(column)})`,
    value,
  )
}

interface Row {
  id: string
  reseller_id: string | null
  body: Customer
}

function stored({ id, reseller_id, body }: Row): StoredCustomer {
  return { id, resellerId: reseller_id, body }
}

/** The provider data is checked JSON text, or null. */
function domainOf(data: string | null | undefined): string | null {
  const parsed = typeof data === 'string' ? parseJson(data) : undefined
  return parsed !== undefined && 'value' in parsed ? (textAt(parsed.value, 'Domain') ?? null) : null
}
