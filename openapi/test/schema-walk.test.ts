import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../scripts/contract.ts'
import { findProperties, walkSchema, type Wanted } from '../scripts/schema-walk.ts'

const text = { type: 'string' }

/** A document with the named schemas. */
function documentWith(schemas: JsonObject): JsonObject {
  return { components: { schemas } }
}

function pathsOf(schema: JsonObject, schemas: JsonObject = {}): string[] {
  return walkSchema(documentWith(schemas), schema).map(({ path }) => path)
}

describe('walkSchema', () => {
  it('enters objects, dictionaries, arrays and JSON inside strings', () => {
    const schema = {
      properties: {
        plain: text,
        inner: { properties: { deep: text } },
        dictionary: { additionalProperties: { properties: { each: text } } },
        list: { items: { properties: { item: text } } },
        json: { type: 'string', contentSchema: { properties: { Member: text } } },
      },
    }
    expect(pathsOf(schema)).toEqual([
      'plain',
      'inner',
      'inner.deep',
      'dictionary',
      'dictionary.*.each',
      'list',
      'list[].item',
      'json',
      'json→Member',
    ])
  })

  it('enters a body that is a dictionary or a list itself', () => {
    expect(pathsOf({ additionalProperties: { properties: { each: text } } })).toEqual(['*.each'])
    expect(pathsOf({ items: { properties: { each: text } } })).toEqual(['[].each'])
  })

  it('follows references and compositions', () => {
    const schemas = { Base: { properties: { base: text } }, Other: { properties: { other: text } } }
    const schema = {
      allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { own: text } }],
      anyOf: [{ $ref: '#/components/schemas/Other' }],
    }
    expect(pathsOf(schema, schemas)).toEqual(['base', 'own', 'other'])
  })

  it('enters a schema that contains itself once', () => {
    const schemas = { Node: { properties: { next: { $ref: '#/components/schemas/Node' }, name: text } } }
    expect(pathsOf({ $ref: '#/components/schemas/Node' }, schemas)).toEqual(['next', 'name'])
  })

  it('enters a schema again that stands in two places', () => {
    const schemas = { Part: { properties: { name: text } } }
    const ref = { $ref: '#/components/schemas/Part' }
    expect(pathsOf({ properties: { a: ref, b: ref } }, schemas)).toEqual(['a', 'a.name', 'b', 'b.name'])
  })

  it('names a property once that two branches describe', () => {
    const branch = { properties: { name: text } }
    expect(pathsOf({ oneOf: [branch, branch] })).toEqual(['name'])
  })

  it('gives both the schema and the place where it stands', () => {
    const site = { $ref: '#/components/schemas/Part', description: 'Here.' }
    const [found] = walkSchema(documentWith({ Part: text }), { properties: { part: site } })
    expect(found).toEqual({ path: 'part', schema: text, site })
  })

  it('says which reference leads nowhere', () => {
    expect(() => pathsOf({ $ref: '#/components/schemas/Gone' })).toThrow(
      '#/components/schemas/Gone leads nowhere',
    )
  })
})

describe('findProperties', () => {
  const marked = { type: 'string', 'x-sensitive': 'personal' }
  const isMarked: Wanted = ({ schema, site }) => 'x-sensitive' in schema || 'x-sensitive' in site
  const find = (schemas: JsonObject, schema: JsonObject) =>
    findProperties(documentWith(schemas), schema, isMarked).map(({ path }) => path)

  it('finds what the whole walk finds, through references that lead there', () => {
    const schemas = {
      Outer: {
        properties: {
          inner: { $ref: '#/components/schemas/Inner' },
          other: { $ref: '#/components/schemas/Other' },
        },
      },
      Inner: { properties: { email: { $ref: '#/components/schemas/Email' }, plain: text } },
      Email: marked,
      Other: { properties: { plain: text } },
    }
    const body = { properties: { outer: { $ref: '#/components/schemas/Outer' }, own: marked } }
    expect(find(schemas, body)).toEqual(['outer.inner.email', 'own'])
  })

  it('takes no longer where schemas contain one another in more ways than there is time', () => {
    const names = Array.from({ length: 40 }, (_, index) => `S${index}`)
    const properties = Object.fromEntries(
      names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]),
    )
    const schemas = Object.fromEntries(names.map((name) => [name, { properties }]))
    const body = { properties: { own: marked, all: { $ref: '#/components/schemas/S0' } } }
    expect(find(schemas, body)).toEqual(['own'])
  })
})
