import { describe, expect, test } from 'vitest'
import { type Json, type JsonObject, objectAt, objectsIn } from '../src/contract/json.ts'
import { effectiveMargins } from '../src/rules/margins.ts'
import { createdId, document, example, objectAtTop, send, useSandbox } from './support.ts'

/** What the documentation promises, proven by reading back what is stored. */
const sandbox = useSandbox({ providerSetup: 600 })
const northwind = '5e9f7a52-6a0c-4c1c-9d57-0c2b1a4e8f10'
const tier2 = 'cb3cd15b-1d6e-45be-b493-c71549cbfd87'
const tier1 = '2f6c1a0e-8f0b-4b0e-9a57-6d1f3c5b7a90'
const generic = '7d1c9e54-3b0f-4e7a-8a3d-90b6e2f4c815'

async function create(path: string, body: unknown, role: 'csp' | 'reseller' = 'csp'): Promise<string> {
  return createdId(await send(sandbox(), path, { body, role }))
}

async function read(path: string, role: 'csp' | 'reseller' = 'csp') {
  const reply = await send(sandbox(), path, { role })
  expect(reply.status).toBe(200)
  return objectAtTop(reply.json)
}

async function storedRelation(id: string): Promise<unknown> {
  const rows = await sandbox().database.query('select reseller_id from customers where id = $1', [id])
  return rows[0]?.['reseller_id']
}

describe('the relation of a customer', () => {
  test('with resellerId, to that reseller', async () => {
    const id = await create('/v1/Customers', { ...example('CustomerCreateMinimal'), resellerId: northwind })
    expect(await storedRelation(id)).toBe(northwind)
    expect((await read(`/v1/Customers/${id}`))['resellerId']).toBe(northwind)
    expect((await read(`/v1/Customers/${id}`, 'reseller'))['resellerId']).toBe(northwind)
  })

  test.each([{}, { resellerId: null }])('without one (%j), to the CSP', async (relation) => {
    const id = await create('/v1/Customers', { ...example('CustomerCreateMinimal'), ...relation })
    expect(await storedRelation(id)).toBeNull()
    expect((await send(sandbox(), `/v1/Customers/${id}`, { role: 'reseller' })).status).toBe(403)
    expect((await send(sandbox(), `/v1/Customers/${id}?resellerId=${northwind}`)).status).toBe(403)
  })

  test("a reseller's own customers are related to it", async () => {
    const id = await create('/v1/Customers', example('CustomerCreateMinimal'), 'reseller')
    expect(await storedRelation(id)).toBe(northwind)
  })

  test('a reseller cannot create for another one', async () => {
    const other = await create('/v1/Resellers', example('ResellerCreateMinimal'))
    const body = { ...example('CustomerCreateMinimal'), resellerId: other }
    expect((await send(sandbox(), '/v1/Customers', { body, role: 'reseller' })).status).toBe(403)
  })

  test('a reseller of another tenant does not exist', async () => {
    const body = { ...example('CustomerCreateMinimal'), resellerId: 'c4a8e6b0-7f2d-4913-a5c1-8d3b9e0f6a27' }
    expect((await send(sandbox(), '/v1/Customers', { body })).names).toEqual(['resellerId'])
  })
})

describe('country rules', () => {
  test.each([
    ['PT', '1000', '921231231', ['zip']],
    ['PT', '1250-146', '921231231', []],
    ['NL', '0012 AB', '+31201234567', ['zip']],
    ['NL', '1012 AB', '+31201234567', []],
    ['CH', '0999', '+41446681800', ['zip']],
    ['DE', '80331', '+351921231231', ['phone']],
    ['HK', 'none', '+85221234567', []],
    ['US', '98052', '4258828080', []],
  ])('%s %s %s', async (country, zip, phone, names) => {
    const body = { ...example('CustomerCreateMinimal'), country, zip, phone }
    const reply = await send(sandbox(), '/v1/Customers', { body })
    expect(reply.names).toEqual(names)
  })

  test('every code of ISO 3166-1 is taken, nothing else', async () => {
    for (const country of ['pt', 'Portugal', 'UK', 'XX', '']) {
      const body = { ...example('CustomerCreateMinimal'), country }
      expect((await send(sandbox(), '/v1/Customers', { body })).names).toContain('country')
    }
  })
})

describe('provider instances', () => {
  test('a provider reseller moves from Processing to Success', async () => {
    const id = await create('/v1/Resellers', example('ResellerCreateMicrosoftTier1'))
    expect(await statusOf(id)).toBe('Processing')
    await expect.poll(() => statusOf(id), { timeout: 5_000, interval: 100 }).toBe('Success')
  })

  test('or to Failed, with the reserved id', async () => {
    const body = example('ResellerCreateMicrosoftTier2')
    const item = { ...objectsIn(body['providerResellers'])[0], providerResellerId: failing() }
    const id = await create('/v1/Resellers', { ...body, id: undefined, providerResellers: [item] })
    expect(await statusOf(id)).toBe('Processing')
    await expect.poll(() => statusOf(id), { timeout: 5_000, interval: 100 }).toBe('Failed')
  })

  test.each([
    [tier1, '6234552', ['providerResellers[0].providerResellerId']],
    [generic, '6234552', ['providerResellers[0].providerResellerId']],
    [tier2, null, ['providerResellers[0].providerResellerId']],
    [tier2, '6234552', []],
    [generic, null, []],
  ])(
    'only Microsoft Tier 2 has a providerResellerId: %s %s',
    async (providerInstanceId, providerResellerId, names) => {
      const margin = { marginRule: { name: 'markup' }, value: 8 }
      const item = { providerInstanceId, providerResellerId, priceMargin: margin, resellerProviderData: '{}' }
      const body = { ...example('ResellerCreateMinimal'), providerResellers: [item] }
      expect((await send(sandbox(), '/v1/Resellers', { body })).names).toEqual(names)
    },
  )

  test('the key and the id of a provider customer are the same', async () => {
    const entry = { providerInstanceId: tier1, providerCustomerData: '{}', margin: { marginRule: {} } }
    const body = { ...example('CustomerCreateMinimal'), providerCustomers: { [tier2]: entry } }
    const reply = await send(sandbox(), '/v1/Customers', { body })
    expect(reply.names).toEqual([`providerCustomers.${tier2}.providerInstanceId`])
  })
})

describe('margins per offer type', () => {
  const markup = { rule: 'markup', value: 10 }
  const standard = { rule: 'markup', value: 10.6 }
  const margin = { marginRule: { name: 'markup' }, value: 10.6 }

  test.each(shapesOf(10))('override the margin of the provider instance: %j', async (offerTypeMargins) => {
    const entry = { providerInstanceId: tier2, providerCustomerData: '{}', margin, offerTypeMargins }
    const body = { ...example('CustomerCreateMinimal'), providerCustomers: { [tier2]: entry } }
    const id = await create('/v1/Customers', body)
    const stored = objectAt(objectAt(await read(`/v1/Customers/${id}`), 'providerCustomers'), tier2)
    const effective = effectiveMargins(stored['margin'], stored['offerTypeMargins'], ['License', 'AzurePlan'])
    expect(effective).toEqual({ License: markup, AzurePlan: standard })
  })
})

test.each(shapesOf(8))("a reseller's margins per offer type do so too: %j", async (offerTypeMargins) => {
  const priceMargin = { marginRule: { name: 'markup' }, value: 5 }
  const item = { providerInstanceId: tier1, priceMargin, offerTypeMargins, resellerProviderData: '{}' }
  const body = { ...example('ResellerCreateMinimal'), providerResellers: [item] }
  const id = await create('/v1/Resellers', body)
  const [stored] = objectsIn((await read(`/v1/Resellers/${id}`))['providerResellers'])
  const offers = ['License', 'AzurePlan']
  expect(effectiveMargins(stored?.['priceMargin'], stored?.['offerTypeMargins'], offers)).toEqual({
    License: { rule: 'markup', value: 8 },
    AzurePlan: { rule: 'markup', value: 5 },
  })
})

describe('lists', () => {
  test('find by internal identifier and page through all', async () => {
    const key = `ERP-${crypto.randomUUID()}`
    for (let index = 0; index < 5; index += 1)
      await create('/v1/Customers', {
        ...example('CustomerCreateMinimal'),
        internalIdentifier: key,
        companyName: `C${index}`,
      })
    const search = `searchField=InternalIdentifier&searchValue=${key}&sortPropertyName=Company.Name&pageSize=2`
    const names: Json[] = []
    for (let page = 1; ; page += 1) {
      const found = await read(`/v1/Customers?${search}&pageNumber=${page}`)
      expect(found).toMatchObject({
        totalCount: 5,
        totalPages: 3,
        hasPreviousPage: page > 1,
        hasNextPage: page < 3,
      })
      names.push(...objectsIn(found['items']).map((item) => item['companyName'] ?? null))
      if (found['hasNextPage'] !== true) break
    }
    expect(names).toEqual(['C0', 'C1', 'C2', 'C3', 'C4'])
    const down = await read(`/v1/Customers?${search}&ascendingOrder=false`)
    expect(objectsIn(down['items'])[0]?.['companyName']).toBe('C4')
  })

  test('by domain and by the id at the provider', async () => {
    await create('/v1/Customers', {
      ...example('CustomerCreateMicrosoft'),
      id: undefined,
      providerCustomers: {
        [tier2]: {
          providerInstanceId: tier2,
          providerCustomerId: 'pc-1',
          providerCustomerData: '{"Domain":"find-me"}',
          margin: { marginRule: {} },
        },
      },
    })
    for (const search of [
      'searchField=Domain&searchValue=find-me',
      'searchField=ProviderCustomerId&searchValue=pc-1',
    ])
      expect((await read(`/v1/Customers?${search}`))['totalCount']).toBe(1)
  })

  test('a search field needs a value, a customer filter a provider instance', async () => {
    expect((await send(sandbox(), '/v1/Customers?searchField=Domain')).names).toEqual(['searchValue'])
    expect((await send(sandbox(), `/v1/Resellers?customerId=${northwind}`)).names).toEqual([
      'providerInstanceId',
    ])
  })

  test('resellers are found by a part of the name, and the wildcard of SQL is none', async () => {
    expect((await read('/v1/Resellers?searchValue=orthwin'))['totalCount']).toBe(1)
    expect((await read('/v1/Resellers?searchValue=%25'))['totalCount']).toBe(0)
  })

  test('resellers of a customer and of a provider instance', async () => {
    const customer = await create('/v1/Customers', { ...example('CustomerCreateMicrosoft'), id: undefined })
    const found = await read(`/v1/Resellers?customerId=${customer}&providerInstanceId=${tier2}`)
    expect(objectsIn(found['items']).map(({ id }) => id)).toEqual([northwind])
    expect(
      (await read(`/v1/Resellers?customerId=${customer}&providerInstanceId=${tier1}`))['totalCount'],
    ).toBe(0)
    expect(Number((await read(`/v1/Resellers?providerInstanceId=${tier1}`))['totalCount'])).toBeGreaterThan(0)
  })
})

test('unknown properties are ignored and named in a header', async () => {
  const body = { ...example('CustomerCreateMinimal'), companyNmae: 'x' }
  const reply = await send(sandbox(), '/v1/Customers', { body })
  expect(reply.headers.get('x-sandbox-ignored')).toBe('companyNmae')
  expect(await read(`/v1/Customers/${createdId(reply)}`)).not.toHaveProperty('companyNmae')
})

test('a repeated id is refused and changes nothing', async () => {
  const id = crypto.randomUUID()
  const body: JsonObject = { ...example('CustomerCreateMinimal'), id }
  await create('/v1/Customers', body)
  const reply = await send(sandbox(), '/v1/Customers', { body: { ...body, companyName: 'Other' } })
  expect(reply.names).toEqual(['id'])
  const rows = await sandbox().database.query(
    'select outcome, status, object_id, properties from audit_log where correlation_id = $1',
    [reply.headers.get('x-correlation-id')],
  )
  expect(rows).toEqual([{ outcome: 'refused', status: 400, object_id: null, properties: ['id'] }])
  expect((await read(`/v1/Customers/${id}`))['companyName']).toBe(body['companyName'])
})

test('every create has one audit record with its outcome', async () => {
  const correlationId = crypto.randomUUID()
  const headers = { 'X-Correlation-Id': correlationId }
  const id = createdId(
    await send(sandbox(), '/v1/Customers', { body: example('CustomerCreateMinimal'), headers }),
  )
  await send(sandbox(), '/v1/Customers', { body: {}, headers })
  const rows = await sandbox().database.query(
    'select operation_id, status, outcome, object_id, properties from audit_log where correlation_id = $1 order by status',
    [correlationId],
  )
  expect(rows).toMatchObject([
    { operation_id: 'createCustomer', status: 201, outcome: 'created', object_id: id },
    { operation_id: 'createCustomer', status: 400, outcome: 'refused', object_id: null },
  ])
  expect(rows[1]?.['properties']).toContain('companyName')
})

/** The margin of one offer type in both documented shapes and casings. */
function shapesOf(value: number): Json[] {
  return [
    { Value: { license: { MarginRule: { Name: 'markup' }, Value: value } } },
    { license: { marginRule: { name: 'markup' }, value } },
  ]
}

async function statusOf(id: string): Promise<Json | undefined> {
  const [item] = objectsIn((await read(`/v1/Resellers/${id}`))['providerResellers'])
  return objectAt(item, 'status')['name']
}

function failing(): Json {
  return objectAt(document, 'x-sandbox')['failingProviderResellerId'] ?? null
}
