import { expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { listOperations } from './operations/index.ts'
import { usageOf } from './usage.ts'

const schema = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string): JsonObject => ({ 'application/json': { schema: schema(name) } })

const document: JsonObject = {
  openapi: '3.1.0',
  paths: {
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', schema: schema('Id') }],
      get: { operationId: 'read', responses: { 200: { $ref: '#/components/responses/Thing' } } },
      put: { operationId: 'write', requestBody: { content: json('Thing') }, responses: { 204: {} } },
    },
  },
  webhooks: { changed: { post: { operationId: 'changed', requestBody: { content: json('Thing') } } } },
  components: {
    responses: { Thing: { content: json('Thing') } },
    schemas: {
      Id: { type: 'string' },
      Thing: {
        properties: {
          id: schema('Id'),
          parts: { type: 'array', items: { anyOf: [schema('Part'), { type: 'null' }] } },
        },
        examples: [{ $ref: '#/components/schemas/Unused' }],
      },
      Part: { properties: { inner: schema('Part'), odd: schema('a~1b') } },
      'a/b': { type: 'string' },
      Unused: { type: 'string' },
    },
  },
}
const usage = usageOf(document, listOperations(document))

test('operations use a schema in parameters of the path, bodies, shared answers and webhooks', () => {
  expect(usage.get('Id')?.operations).toEqual(['read', 'write'])
  expect(usage.get('Thing')?.operations).toEqual(['read', 'write', 'changed'])
})

test('schemas use a schema directly, not through another, and never themselves', () => {
  expect(usage.get('Id')?.schemas).toEqual(['Thing'])
  expect(usage.get('Part')).toEqual({ operations: [], schemas: ['Thing'] })
})

test('a name with a slash is a name', () => {
  expect(usage.get('a/b')?.schemas).toEqual(['Part'])
})

test('what nothing refers to is not there, and a reference in an example is none', () => {
  expect(usage.has('Unused')).toBe(false)
})

test('components that refer to each other in a circle come to an end', () => {
  const circle: JsonObject = {
    paths: { '/a': { get: { operationId: 'a', responses: { 200: { $ref: '#/components/responses/A' } } } } },
    components: {
      responses: { A: { links: { next: { $ref: '#/components/links/B' } }, content: json('Id') } },
      links: { B: { operationId: 'a', parameters: { again: { $ref: '#/components/responses/A' } } } },
      schemas: { Id: { type: 'string' } },
    },
  }
  expect(usageOf(circle, listOperations(circle)).get('Id')?.operations).toEqual(['a'])
})
