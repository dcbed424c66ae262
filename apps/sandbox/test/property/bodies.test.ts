import { registerSchema, validate as compile } from '@hyperjump/json-schema/openapi-3-1'
import { setShouldValidateFormat } from '@hyperjump/json-schema/openapi-3-1'
// oxlint-disable-next-line import/no-unassigned-import -- registers the formats
import '@hyperjump/json-schema/formats'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { isObject, type Json, type JsonObject, objectAt, objectsIn } from '../../src/contract/json.ts'
import { faultsIn, valuesOf } from '../generate.ts'
import { createdId, document, example, objectAtTop, send, useSandbox } from '../support.ts'

/** How many cases all properties of this file try together; `npm run test:nightly` sets 100,000. */
const runs = Number(process.env['PROPERTY_RUNS'] ?? 2000)
// The gate always tries the same cases, so that a red one is never luck; the nightly command looks for new ones.
const seed = Number(process.env['PROPERTY_SEED'] ?? (runs > 2000 ? Date.now() % 2 ** 31 : 79676932))
process.stdout.write(`property tests: ${runs} cases, PROPERTY_SEED=${seed}\n`)
const share = (part: number) => ({ seed, numRuns: Math.ceil(runs * part) })
const timeout = 120_000 + runs * 100

// The rules beyond the schema are switched off here; test/behaviour.test.ts has them.
const sandbox = useSandbox({ zip: 'any', phone: 'any', providerRules: 'any' })
const instances = ['cb3cd15b-1d6e-45be-b493-c71549cbfd87', '2f6c1a0e-8f0b-4b0e-9a57-6d1f3c5b7a90']
const schemas = { Customer: '/v1/Customers', Reseller: '/v1/Resellers' } as const
type Name = keyof typeof schemas

const schemaOf = (name: Name) => objectAt(objectAt(document, 'components'), 'schemas')[name]
let token = ''
const second = new Map<Name, (value: unknown) => { valid: boolean }>()
beforeAll(async () => {
  token = await sandbox().token('csp')
  const uri = 'https://contract.example/openapi'
  registerSchema(structuredClone(document), uri, 'https://spec.openapis.org/oas/3.1/schema-base')
  setShouldValidateFormat(true)
  for (const name of ['Customer', 'Reseller'] as const) {
    const validate = await compile(`${uri}#/components/schemas/${name}`)
    second.set(name, (value) => validate(JSON.parse(JSON.stringify(value))))
  }
})

/** Bodies that the schema accepts, with ids that exist where the sandbox looks them up. */
function bodies(name: Name): fc.Arbitrary<JsonObject> {
  return valuesOf(schemaOf(name)).map((value) => {
    const body = objectAtTop(value)
    delete body['id']
    if ('resellerId' in body) body['resellerId'] = null
    if (name === 'Reseller') body['country'] = 'PT'
    if (isObject(body['providerCustomers'])) {
      const entries = Object.values(body['providerCustomers']).filter(isObject).slice(0, instances.length)
      body['providerCustomers'] = Object.fromEntries(
        entries.map((entry, index) => [
          instances[index] ?? '',
          { ...entry, providerInstanceId: instances[index] ?? '' },
        ]),
      )
    }
    for (const [index, item] of objectsIn(body['providerResellers']).entries())
      item['providerInstanceId'] = instances[index] ?? ''
    return body
  })
}

const post = async (name: Name, body: Json) => send(sandbox(), schemas[name], { token, body })

describe.each(['Customer', 'Reseller'] as const)('%s', (name) => {
  test('a valid body is accepted and read back, and the second validator agrees', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(bodies(name), async (body) => {
        expect(second.get(name)?.(body).valid).toBe(true)
        const reply = await post(name, body)
        expect([reply.status, reply.text]).toEqual([201, expect.any(String)])
        const id = createdId(reply)
        const read = await send(sandbox(), `${schemas[name]}/${id}`, { token })
        expect(read.json).toMatchObject(withoutStatus(body))
      }),
      share(0.15),
    )
  })

  test(
    'a single fault is refused with 400 naming the property, and the second validator agrees',
    { timeout },
    async () => {
      const faulty = bodies(name).chain((body) => {
        const faults = faultsIn(schemaOf(name), body)
        return fc.nat(faults.length - 1).map((index) => ({ body, fault: faults[index] }))
      })
      await fc.assert(
        fc.asyncProperty(faulty, async ({ body, fault }) => {
          if (fault === undefined) throw new Error('no fault')
          const wrong = structuredClone(body)
          fault.apply(wrong)
          const reply = await post(name, wrong)
          expect([fault.what, reply.status, reply.text]).toEqual([fault.what, 400, expect.any(String)])
          expect(reply.names).toContain(fault.property)
          // Text inside a string is beyond JSON Schema's validation.
          const agrees = fault.what === 'no JSON' || second.get(name)?.(wrong).valid === false
          expect([fault.what, agrees]).toEqual([fault.what, true])
        }),
        share(0.2),
      )
    },
  )
})

test('strange strings and bodies never give a 500', { timeout }, async () => {
  const strange = fc.oneof(
    fc.constantFrom(
      '\0',
      'a\0b',
      '\uD800',
      '\uDC00x',
      '__proto__',
      'constructor',
      '\u202Eabc',
      '👩‍👩‍👧‍👦',
      'x'.repeat(100_000),
      "'; drop table customers; --",
      '%00',
      '\u{10FFFF}',
      '',
    ),
    fc.string({ unit: 'binary', maxLength: 400 }),
  )
  const key = fc.oneof(
    fc.constantFrom(
      ...Object.keys(example('CustomerCreateMicrosoft')),
      '__proto__',
      'constructor',
      'toString',
    ),
    strange,
  )
  const value = fc.oneof(
    { weight: 3, arbitrary: strange },
    fc.jsonValue(),
    strange.map((text) => ({ [text]: text })),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Name>('Customer', 'Reseller'),
      fc.array(fc.tuple(key, value), { maxLength: 3 }),
      async (name, changes) => {
        const members = Object.entries(
          example(name === 'Customer' ? 'CustomerCreateMicrosoft' : 'ResellerCreateMicrosoftTier2'),
        ).filter(([member]) => member !== 'id')
        // Written by hand: an object literal could not have a member called __proto__.
        const text = `{${[...members, ...changes].map(([member, each]) => `${JSON.stringify(member)}:${JSON.stringify(each)}`).join(',')}}`
        const reply = await send(sandbox(), schemas[name], { token, text })
        expect([reply.status, reply.text]).toEqual([
          expect.toSatisfy((status) => status === 201 || status === 400),
          expect.any(String),
        ])
      },
    ),
    share(0.2),
  )
})

test('strange parameters and headers never give a 500', { timeout }, async () => {
  const text = fc.string({ unit: 'binary', maxLength: 100 })
  const name = fc.constantFrom(
    'pageNumber',
    'pageSize',
    'searchValue',
    'searchField',
    'sortPropertyName',
    'ascendingOrder',
    'resellerId',
    '__proto__',
  )
  const value = fc.oneof(
    text,
    fc.constantFrom('1', '0', '-1', '2147483647', '1e3', 'NaN', 'true', '', '\0', 'null'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 4 }), async (pairs) => {
      const query = new URLSearchParams(pairs).toString()
      const reply = await send(sandbox(), `/v1/Customers?${query}`, { token })
      expect([reply.status, reply.text]).toEqual([
        expect.toSatisfy((status) => status === 200 || status === 400),
        expect.any(String),
      ])
    }),
    share(0.1),
  )
})

/** The status is the sandbox's to say, whatever the caller sent. */
function withoutStatus(body: JsonObject): JsonObject {
  const items = objectsIn(body['providerResellers'])
  if (items.length === 0) return body
  return {
    ...body,
    providerResellers: items.map((item) =>
      Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'status')),
    ),
  }
}
