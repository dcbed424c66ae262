import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from './json.ts'
import { plainType, typeText } from './type-text.ts'

const schemas: JsonObject = {
  Thing: { type: 'object', properties: { a: { type: 'string' } } },
  Code: { type: 'string', enum: ['A', 'B'] },
  Loop: { type: 'array', items: { $ref: '#/components/schemas/Loop' } },
}
const say = (schema: Json) => plainType(typeText({ components: { schemas } }, schema))
const thing = { $ref: '#/components/schemas/Thing' }

describe('a type as a reader says it', () => {
  test.each<[Json, string]>([
    [{ type: 'string' }, 'string'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: 'string', nullable: true }, 'string | null'],
    [thing, 'Thing'],
    [{ anyOf: [thing, { type: 'null' }] }, 'Thing | null'],
    [{ description: 'A thing.', allOf: [thing] }, 'Thing'],
    [{ $ref: '#/components/schemas/Code' }, 'string'],
    [{ anyOf: [{ $ref: '#/components/schemas/Code' }, { type: 'null' }] }, 'string | null'],
    [{ type: ['array', 'null'], items: thing }, 'array of Thing | null'],
    [{ items: { type: ['string', 'null'] } }, 'array of (string | null)'],
    [
      { propertyNames: { format: 'uuid' }, additionalProperties: thing, type: ['object', 'null'] },
      'map of uuid to Thing | null',
    ],
    [{ additionalProperties: { type: 'integer' } }, 'map of string to integer'],
    [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, 'string | integer'],
    [{ oneOf: [{ const: 1 }, { const: 'a' }] }, '1 | "a"'],
    [{ anyOf: [{ type: 'string', enum: ['a'] }, { type: 'string' }] }, 'string'],
    [{ prefixItems: [{ type: 'string' }, { type: 'number' }] }, '[string, number]'],
    [{ enum: ['a', null] }, 'string | null'],
    [{ const: null }, 'null'],
    [{ type: 'null' }, 'null'],
    [{ properties: {} }, 'object'],
    [{ minLength: 1 }, 'string'],
    [{}, 'any'],
    [true, 'any'],
    [false, 'never'],
    [{ allOf: [{ type: 'number' }, { type: 'integer' }] }, 'integer'],
    [{ $ref: '#/components/schemas/Loop' }, 'array of array of array of array of array of array of Loop'],
  ])('%j is %s', (schema, text) => {
    expect(say(schema)).toBe(text)
  })

  test('names of schemas are links', () => {
    expect(typeText({ components: { schemas } }, { items: thing })).toEqual([
      { text: 'array of ' },
      { text: 'Thing', schema: 'Thing' },
    ])
  })
})
