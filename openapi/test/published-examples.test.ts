import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { contractRoot, isObject, type Json, type JsonObject, objectAt } from '../scripts/contract.ts'
import { jsonSchemaOf, listOperations } from '../scripts/operations.ts'
import { readBundle } from './support/bundle.ts'
import { jsonTexts, validator } from './support/validator.ts'

const document = await readBundle()
const problemsOf = validator(document)
const uuid = '1b671a64-40d5-491e-99b0-da01ff1f3341'

/** The placeholders of the published examples that no server could take, and what stands in for them. */
const madeValid: Record<string, Record<string, string>> = {
  createCustomer: { '/id': uuid, '/resellerId': uuid, '/customerAssociations/0/resellerId': uuid },
  createReseller: { '/id': uuid, '/country': 'PT' },
}

describe.each([
  ['createCustomer', 'create-customer.payload.json'],
  ['createReseller', 'create-reseller.payload.json'],
])('the published payload of %s', (id, file) => {
  const schema = requestSchema(id)

  it('is accepted, with real ids and a country in place of "string"', async () => {
    const payload = await read(file)
    for (const [pointer, value] of Object.entries(madeValid[id] ?? {})) replace(payload, pointer, value)
    expect(problemsOf(schema, payload)).toEqual([])
  })

  it('is refused as it was published, for exactly these placeholders', async () => {
    const problems = problemsOf(schema, await read(file))
    const places = new Set(problems.map((problem) => problem.split(' ')[0]))
    expect(places).toEqual(new Set(Object.keys(madeValid[id] ?? {})))
  })

  it('holds JSON text that fits its schema', async () => {
    const texts = jsonTexts(document, schema, await read(file))
    expect(texts).toHaveLength(1)
    for (const { text, schema: inner } of texts) expect(problemsOf(inner, JSON.parse(text))).toEqual([])
  })

  it('shows no property that the contract does not describe', async () => {
    const payload = await read(file)
    const described = Object.keys(properties(schema))
    expect(described.toSorted()).toEqual(expect.arrayContaining(Object.keys(payload).toSorted()))
  })
})

describe('the published answers', () => {
  const error = {
    statusCode: 42,
    type: 'string',
    description: 'string',
    correlationId: 'string',
    errors: [{ propertyName: 'string', description: ['string'] }],
  }
  it.each([
    ['createCustomer', '200', uuid],
    ['createCustomer', '201', uuid],
    ['createCustomer', '400', error],
    ['createCustomer', '500', error],
    ['createReseller', '200', uuid],
    ['createReseller', '201', { resellerId: uuid }],
    ['createReseller', '400', error],
    ['createReseller', '500', error],
  ])('%s %s is accepted', (id, status, body) => {
    expect(problemsOf(responseSchema(id, status), body)).toEqual([])
  })

  it('are told apart: an object is no bare id, and a bare id no object', () => {
    expect(problemsOf(responseSchema('createReseller', '200'), { resellerId: uuid })).not.toEqual([])
    expect(problemsOf(responseSchema('createReseller', '201'), uuid)).not.toEqual([])
  })
})

async function read(file: string): Promise<JsonObject> {
  const payload: unknown = JSON.parse(await readFile(`${contractRoot}test/fidelity/${file}`, 'utf8'))
  if (!isObject(payload)) throw new Error(`${file} holds no object`)
  return payload
}

function replace(payload: JsonObject, pointer: string, value: string): void {
  const keys = pointer.split('/').slice(1)
  const last = keys.pop() ?? ''
  const holder = keys.reduce<Json | undefined>(
    (at, key) => (Array.isArray(at) ? at[Number(key)] : isObject(at) ? at[key] : undefined),
    payload,
  )
  if (!isObject(holder) || holder[last] !== 'string') throw new Error(`${pointer} is no placeholder`)
  holder[last] = value
}

function operation(id: string): JsonObject {
  const found = listOperations(document).find((entry) => entry.id === id)
  if (!found) throw new Error(`There is no operation ${id}`)
  return found.operation
}

function requestSchema(id: string): JsonObject {
  return jsonSchemaOf(document, objectAt(operation(id), 'requestBody')) ?? {}
}

function responseSchema(id: string, status: string): JsonObject {
  return jsonSchemaOf(document, objectAt(objectAt(operation(id), 'responses'), status)) ?? {}
}

function properties(schema: JsonObject): JsonObject {
  const name = typeof schema['$ref'] === 'string' ? (schema['$ref'].split('/').at(-1) ?? '') : ''
  return objectAt(objectAt(objectAt(objectAt(document, 'components'), 'schemas'), name), 'properties')
}
