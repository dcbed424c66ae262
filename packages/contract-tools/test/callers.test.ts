import { bundleContract } from '@cloudcockpit/openapi/scripts/bundle.ts'
import type { JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { beforeAll, expect, test } from 'vitest'
import { compileCallers } from '../src/diff/callers.ts'
import { docsSamples } from '../src/diff/docs-samples.ts'
import { Pointer } from './mutations.ts'

let contract: JsonObject
const customer = '/components/schemas/Customer'

beforeAll(async () => {
  contract = (await bundleContract()).document
})

test('everything compiles against the contract that it was written for', async () => {
  expect(await compileCallers(contract, contract, new Map())).toEqual([])
  expect((await docsSamples(contract)).size).toBeGreaterThanOrEqual(10)
})

test('names the examples and the code that stop compiling', async () => {
  const newer = mutated((c) => {
    c.move(`${customer}/properties/zip`, `${customer}/properties/postcode`)
    c.remove(`${customer}/required`, 'zip')
  })
  const found = await compileCallers(contract, newer, new Map())
  expect(found.map(({ name, place }) => `${name}: ${place}`)).toEqual(
    expect.arrayContaining([
      'createCustomer: the example minimal',
      'getCustomer: code that reads the answer 200',
      'listCustomers: code that reads the answer 200',
    ]),
  )
  expect(JSON.stringify(found)).toContain('zip')
})

test('names the programs of the docs that stop compiling', async () => {
  const newer = mutated((c) => c.move(`${customer}/properties/zip`, `${customer}/properties/postcode`))
  const found = await compileCallers(contract, newer, new Map())
  const broken = found.filter(
    ({ name, place }) => name === 'createCustomer' && place.startsWith("the docs' program"),
  )
  expect(broken.map(({ place }) => place)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^the docs' program minimal, line \d+$/)]),
  )
  expect(JSON.stringify(broken)).toContain('zip')
})

test('a property that must now be sent breaks senders, not readers', async () => {
  const newer = mutated((c) => c.push(`${customer}/required`, 'taxId'))
  const found = await compileCallers(contract, newer, new Map())
  expect(new Set(found.map(({ name }) => name))).toEqual(new Set(['createCustomer']))
  expect(found.map(({ place }) => place)).toContain('code that sends any body that was valid')
})

test("runs the older client's type tests, by the name of the test", async () => {
  const client = new Map([
    [
      'packages/client/test/older.test-d.ts',
      `import type { Customer } from '@cloudcockpit/openapi/types'
function test(name: string, body: () => void) { return [name, body] }
test('a city may be null', () => {
  const city: Customer['city'] = null
  return city
})
`,
    ],
  ])
  const newer = mutated((c) => c.set(`${customer}/properties/city/type`, 'string'))
  const found = await compileCallers(contract, newer, client)
  expect(found).toContainEqual(
    expect.objectContaining({ name: 'a city may be null', place: 'older.test-d.ts:4' }),
  )
})

function mutated(mutate: (contract: Pointer) => void): JsonObject {
  const copy = new Pointer(structuredClone(contract))
  mutate(copy)
  return copy.document
}
