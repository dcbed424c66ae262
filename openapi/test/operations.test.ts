import { describe, expect, it } from 'vitest'
import { resolve } from '../scripts/contract.ts'
import { jsonSchemaOf, listOperations } from '../scripts/operations.ts'

describe('listOperations', () => {
  it('finds every method of every path, ordered by id', () => {
    const document = {
      paths: {
        '/b': { parameters: [], post: { operationId: 'createB' }, get: { operationId: 'zListB' } },
        '/a': { get: { operationId: 'listA' }, summary: 'Not an operation.' },
      },
    }
    expect(listOperations(document).map(({ id, method, path }) => `${id} ${method} ${path}`)).toEqual([
      'createB POST /b',
      'listA GET /a',
      'zListB GET /b',
    ])
  })

  it('passes over operations without an id, and contracts without paths', () => {
    expect(listOperations({ paths: { '/a': { get: {} } } })).toEqual([])
    expect(listOperations({})).toEqual([])
  })
})

describe('jsonSchemaOf', () => {
  const schema = { type: 'object' }
  const body = { content: { 'application/json': { schema } } }

  it('finds the schema of a body, also behind a reference', () => {
    expect(jsonSchemaOf({}, body)).toEqual(schema)
    const document = { components: { responses: { Found: body } } }
    expect(jsonSchemaOf(document, { $ref: '#/components/responses/Found' })).toEqual(schema)
  })

  it('finds nothing where there is no body, or none as JSON', () => {
    expect(jsonSchemaOf({}, { description: 'No body.' })).toBeUndefined()
    expect(jsonSchemaOf({}, { content: { 'text/plain': { schema } } })).toBeUndefined()
  })
})

describe('resolve', () => {
  it('follows references as far as they lead, and reads escaped names', () => {
    const document = { a: { 'b/c~d': { $ref: '#/e' } }, e: { found: true } }
    expect(resolve(document, { $ref: '#/a/b~1c~0d' })).toEqual({ value: { found: true }, name: 'e' })
  })

  it('leaves alone what is no reference', () => {
    expect(resolve({}, { plain: true })).toEqual({ value: { plain: true } })
  })
})
