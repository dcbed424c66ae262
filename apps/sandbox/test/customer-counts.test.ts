import { requestExamples } from '@cloudcockpit/openapi/examples'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countStored, totalOf } from '../src/db/customer-counts.ts'
import { countCustomers, insertCustomer } from '../src/db/customers.ts'
import type { Database } from '../src/db/database.ts'
import { openDatabase } from '../src/db/open.ts'

let database: Database
const reseller = randomUUID()

beforeAll(async () => {
  database = await openDatabase('memory:')
}, 60_000)
afterAll(async () => database.close())

async function create(tenantId: string, resellerId: string | null, id = randomUUID()): Promise<boolean> {
  const caller = { clientId: 'x', role: 'csp' as const, tenantId, resellerId: null }
  const body = { ...requestExamples.createCustomer.minimal, companyName: 'C' }
  return insertCustomer(
    database,
    { id, resellerId, body },
    { caller, correlationId: randomUUID(), status: 201 },
  )
}

test('a create is counted once, for its tenant and its reseller', async () => {
  const [tenant, other] = [randomUUID(), randomUUID()]
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => create(tenant, index % 4 === 0 ? reseller : null)),
  )
  expect(await totalOf(database, tenant, null)).toBe(40)
  expect(await totalOf(database, tenant, reseller)).toBe(10)
  expect(await totalOf(database, other, null)).toBe(0)
})

test('a repeated id is not counted', async () => {
  const [tenant, id] = [randomUUID(), randomUUID()]
  expect([await create(tenant, null, id), await create(tenant, null, id)]).toEqual([true, false])
  expect(await totalOf(database, tenant, null)).toBe(1)
})

test('the count is what a search over all would find', async () => {
  const tenantId = randomUUID()
  for (let index = 0; index < 3; index += 1) await create(tenantId, index === 0 ? reseller : null)
  const filter = { tenantId, field: 'Company.Name', isPartial: false } as const
  for (const resellerId of [null, reseller])
    expect(await countCustomers(database, { ...filter, resellerId, search: undefined })).toBe(
      await countCustomers(database, { ...filter, resellerId, search: 'C' }),
    )
})

test('a database from before there were counts is counted once, however often that is asked for', async () => {
  const tenant = randomUUID()
  for (let index = 0; index < 3; index += 1) await create(tenant, index === 0 ? reseller : null)
  await database.query('delete from customer_counts where tenant_id = $1', [tenant])
  await database.query(countStored, [])
  await create(tenant, null)
  await database.query(countStored, [])
  expect([await totalOf(database, tenant, null), await totalOf(database, tenant, reseller)]).toEqual([4, 1])
})
