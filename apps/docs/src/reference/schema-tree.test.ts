import { describe, expect, test } from 'vitest'
import { loadContract } from './contract.ts'
import type { JsonObject } from './json.ts'
import { listOperations } from './operations/index.ts'
import { operationPage } from './operation-page.ts'
import { roomFor } from './page-room.ts'
import type { SchemaNode } from './schema-node.ts'
import { SchemaTrees } from './schema-tree.ts'
import { indexSite } from './site-index.ts'
import { plainType } from './type-text.ts'

/** The tree of one schema in a document with the given component schemas. */
function tree(schema: JsonObject, schemas: JsonObject = {}, room?: number): SchemaNode {
  const trees = new SchemaTrees({ components: { schemas } }, room)
  const node = trees.start(schema, 'it')
  trees.unfold()
  return node
}

const property = (node: SchemaNode, name: string) => node.properties.find((one) => one.property === name)
const facts = (node: SchemaNode | undefined) => node?.facts.map(({ label, value }) => `${label} ${value}`)
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

describe('properties', () => {
  test('keep their order, their required mark and their constraints', () => {
    const node = tree({
      type: 'object',
      required: ['zip'],
      properties: {
        zip: { type: ['string', 'null'], maxLength: 30, pattern: '^[0-9]+$' },
        age: { type: 'integer', minimum: 1, exclusiveMaximum: 9, default: 3 },
      },
    })
    expect(node.properties.map((one) => one.property)).toEqual(['zip', 'age'])
    expect(property(node, 'zip')).toMatchObject({ required: true, anchor: 'it.zip' })
    expect(facts(property(node, 'zip'))).toEqual(['max length 30', 'pattern ^[0-9]+$'])
    expect(property(node, 'age')).toMatchObject({ required: false, fallbacks: ['3'] })
  })

  test('of all parts of allOf are one list, and what several say of one counts together', () => {
    const node = tree(
      {
        allOf: [
          ref('Base'),
          { required: ['kind'], properties: { kind: { const: 'cat' }, lives: { type: 'integer' } } },
        ],
      },
      { Base: { type: 'object', properties: { kind: { type: 'string', maxLength: 9 } } } },
    )
    expect(node.properties.map((one) => one.property)).toEqual(['kind', 'lives'])
    expect(property(node, 'kind')?.required).toBe(true)
    expect(facts(property(node, 'kind'))).toEqual(['always "cat"', 'max length 9'])
  })

  test('named like a prototype member are properties like any other', () => {
    const schema: JsonObject = JSON.parse(
      '{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"number"}}}',
    )
    expect(tree(schema).properties.map((one) => one.property)).toEqual(['__proto__', 'constructor'])
  })

  test('carry their marks', () => {
    const schema = {
      properties: {
        a: { readOnly: true, deprecated: true, 'x-sensitive': 'personal', 'x-inferred': 'Read off.' },
      },
    }
    expect(property(tree(schema), 'a')?.marks).toMatchObject({
      readOnly: true,
      writeOnly: false,
      deprecated: true,
      sensitive: 'personal',
      inferred: 'Read off.',
    })
  })
})

describe('what is inside without a name', () => {
  test('values and keys of a dictionary', () => {
    const node = tree(
      { propertyNames: { format: 'uuid' }, additionalProperties: ref('Thing') },
      { Thing: { properties: { a: {} } } },
    )
    expect(node.inside.map(({ label }) => label)).toEqual(['Each key', 'Each value, by uuid'])
    expect(node.inside[1]?.node.properties.map(({ anchor }) => anchor)).toEqual(['it.~value.a'])
  })

  test('JSON in a string', () => {
    const node = tree({
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: { properties: { Domain: { type: 'string' } } },
    })
    expect(plainType(node.type)).toBe('string')
    expect(facts(node)).toEqual(['contains application/json'])
    expect(node.inside[0]?.node.properties[0]?.anchor).toBe('it.~content.Domain')
  })

  test('what holds for further properties is said beside named ones, plain as it may be', () => {
    const node = tree({ properties: { a: {} }, additionalProperties: { type: 'string' } })
    expect(node.inside.map(({ label, node: { type } }) => [label, plainType(type)])).toEqual([
      ['Every further property', 'string'],
    ])
    expect(tree({ properties: { a: {} }, additionalProperties: {} }).inside).toEqual([])
    const patterns = tree({
      patternProperties: { '^s-': { type: 'number' } },
      unevaluatedProperties: { type: 'boolean' },
    })
    expect(patterns.inside.map(({ node: { type } }) => plainType(type))).toEqual(['number', 'boolean'])
  })

  test('plain branches are shown where the type only counts them', () => {
    const arrays = ['string', 'integer', 'number', 'boolean', 'object'].map((type) => ({ items: { type } }))
    const node = tree({ oneOf: [{ type: 'boolean' }, { type: 'string' }, ...arrays] })
    expect(plainType(node.type)).toBe('one of 7 shapes')
    expect(node.inside.map(({ node: { type } }) => plainType(type)).slice(0, 2)).toEqual([
      'boolean',
      'string',
    ])
  })

  test('items, tuples, contains', () => {
    expect(tree({ items: { type: 'string', minLength: 2 } }).inside[0]?.label).toBe('Each item')
    expect(tree({ items: { type: 'string' } }).inside).toEqual([])
    expect(tree({ prefixItems: [{ minLength: 1 }, { type: 'number' }] }).inside[0]?.label).toBe('Item 1')
    expect(tree({ contains: { minimum: 5 } }).inside[0]?.label).toBe('At least one item')
  })

  test('variants, told apart by a discriminator', () => {
    const schemas = { Cat: { properties: { lives: {} } }, Dog: { properties: { tricks: {} } } }
    const discriminator = { propertyName: 'kind', mapping: { hound: '#/components/schemas/Dog' } }
    const node = tree({ oneOf: [ref('Cat'), ref('Dog')], discriminator }, schemas)
    expect(node.inside.map(({ label }) => label)).toEqual([
      'One of: Cat, when kind is Cat',
      'One of: Dog, when kind is hound',
    ])
    expect(facts(node)).toEqual(['told apart by kind'])
  })

  test('not, if, then, else', () => {
    const condition: JsonObject = JSON.parse('{"then": {"required": ["b"]}}')
    const node = tree({
      not: { const: 'x' },
      if: { properties: { a: {} } },
      ...condition,
      else: { maxProperties: 1 },
    })
    expect(node.inside.map(({ label }) => label)).toEqual([
      'Must not be',
      'If it is',
      'then also',
      'else also',
    ])
    expect(facts(node.inside[2]?.node)).toEqual(['requires b'])
  })

  test('an open list of values is values, not variants', () => {
    const node = tree({
      anyOf: [
        { type: 'string', enum: ['a', 'b'] },
        { type: 'string', maxLength: 255 },
      ],
    })
    expect(node.known).toEqual({ values: ['a', 'b'], open: true })
    expect(node.inside).toEqual([])
    expect(facts(node)).toEqual(['max length 255'])
  })

  test('branches that only list values keep their defaults', () => {
    const node = tree({
      oneOf: [
        { type: 'boolean', default: false },
        { type: 'string', enum: ['true', 'false'], default: 'false' },
      ],
    })
    expect(node.fallbacks).toEqual(['false', '"false"'])
  })
})

describe('types that parts of allOf name', () => {
  test.each<[JsonObject[], string, string[]]>([
    [[{ type: 'integer' }, { type: 'number' }], 'integer', ['also said to be number']],
    [[{ type: ['string', 'null'] }, { type: 'string' }], 'string', ['also said to be string | null']],
    [[{ type: ['string', 'null'] }, { type: ['null', 'string'] }], 'string | null', []],
    [[{ type: 'string' }, { type: 'integer' }], 'string', ['also said to be integer']],
  ])('%j are %s, and what does not hold is said too', (parts, type, said) => {
    const node = tree({ allOf: parts })
    expect([plainType(node.type), facts(node)]).toEqual([type, said])
  })
})

describe('recursion and size', () => {
  test('recursion ends with a link', () => {
    const node = tree(ref('Node'), {
      Node: { properties: { children: { type: 'array', items: ref('Node') } } },
    })
    const items = property(node, 'children')?.inside[0]?.node
    expect(items?.elsewhere).toEqual({ reason: 'recursion', schema: 'Node', at: '' })
    expect(items?.properties).toEqual([])
  })

  test('a schema that is used twice side by side is shown twice', () => {
    const node = tree({ properties: { a: ref('Leaf'), b: ref('Leaf') } }, { Leaf: { properties: { x: {} } } })
    expect(node.properties.map((one) => one.properties.length)).toEqual([1, 1])
  })

  test('without room, what is deep is a link and what is near is shown', () => {
    const schemas = {
      A: { properties: { b: ref('B'), c: { type: 'string' } } },
      B: { properties: { x: { type: 'string' } } },
    }
    const node = tree(ref('A'), schemas, 400)
    expect(node.properties.map((one) => one.property)).toEqual(['b', 'c'])
    expect(property(node, 'b')?.elsewhere).toEqual({ reason: 'size', schema: 'B', at: '' })
  })

  test('what is deep in a composition goes on where all of its parts are', () => {
    const deep = (name: string) => ({
      properties: { [name]: { properties: { x: { properties: { y: {} } } } } },
    })
    const schemas = {
      A: deep('a'),
      B: deep('b'),
      Both: { properties: { both: { allOf: [ref('A'), ref('B')] } } },
    }
    const inside = (node: SchemaNode | undefined) => node && property(node, 'both')
    const outer = inside(tree(ref('Both'), schemas, 1))
    expect(outer?.elsewhere).toEqual({ reason: 'size', schema: 'Both', at: 'both' })
    const named = inside(tree(ref('Both'), schemas, 700))
    expect(named?.properties.map(({ elsewhere }) => elsewhere)).toEqual([
      { reason: 'size', schema: 'Both', at: 'both.a' },
      { reason: 'size', schema: 'Both', at: 'both.b' },
    ])
    const { both } = schemas.Both.properties
    const anonymous = tree({ properties: { both } }, schemas, 700)
    expect(inside(anonymous)?.properties.map(({ elsewhere }) => elsewhere?.schema)).toEqual([
      undefined,
      undefined,
    ])
  })
})

describe('the contract of this repository', () => {
  const document = loadContract()

  test('has no property whose inside is left out', () => {
    const index = indexSite(document)
    for (const operation of index.operations) {
      const page = operationPage(document, operation, roomFor(index))
      expect(JSON.stringify(page)).toContain('"anchor"')
      expect(JSON.stringify(page)).not.toContain('"elsewhere":{')
    }
  })

  test('unfolds JSON in strings and dictionaries in place', () => {
    const operation = listOperations(document).find(({ id }) => id === 'createCustomer')
    expect(operation).toBeDefined()
    const text = operation && JSON.stringify(operationPage(document, operation))
    expect(text).toContain('"request-body.providerCustomers.~value.providerCustomerData.~content.Domain"')
    expect(text).toContain('"request-body.providerCustomers.~value.microsoftCustomerAgreement.attestationId"')
  })
})
