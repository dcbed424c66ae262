import document from '@cloudcockpit/openapi/openapi.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import { operationIds } from './operation.ts'
import { exampleNames, requestExample, sampleServer } from './request.ts'
import { curlRequest, samplesFor } from './samples.ts'

/** A document that uses what the contract does not, at its smallest. */
const other = {
  openapi: '3.1.0',
  servers: [{ url: 'https://{region}.example.com/api/', variables: { region: { default: 'eu' } } }],
  paths: {
    '/things/{id}': {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'of the path' },
        { name: 'id', in: 'cookie', schema: { type: 'string' } },
      ],
      get: {
        operationId: 'find',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', examples: ['a/b ?'] } },
          { name: 'tag', in: 'query', schema: {}, examples: { two: { value: ['x', 'y&z'] } } },
          {
            name: 'at',
            in: 'query',
            style: 'deepObject',
            schema: {},
            examples: { two: { value: { x: 1 } } },
          },
          { name: 'optional', in: 'query', schema: { examples: ['left out'] } },
        ],
      },
      put: {
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } } },
      },
    },
  },
  components: {
    schemas: {
      Node: {
        type: 'object',
        required: ['name', 'next', 'kind'],
        properties: {
          name: { type: ['null', 'string'], format: 'uuid' },
          next: { $ref: '#/components/schemas/Node' },
          kind: { allOf: [{ enum: ['leaf', 'branch'] }] },
        },
      },
    },
  },
}

describe('the contract', () => {
  test('every named body example of every operation is an example', () => {
    const bodies = Object.values(document.paths).flatMap((item) => Object.values(item))
    const named = bodies.flatMap((operation: object) => {
      const body: unknown = Reflect.get(operation, 'requestBody')
      const match = /"examples":(\{"(?:[^{}]|\{[^{}]*\})*\})/.exec(JSON.stringify(body ?? {}))
      return match === null ? [] : Object.keys(JSON.parse(match[1] ?? '{}'))
    })
    const all = operationIds(document).flatMap((id) => exampleNames(document, id))
    expect(named.length).toBeGreaterThanOrEqual(6)
    expect(all).toEqual(expect.arrayContaining(named))
  })

  test('samples go to the sandbox unless told otherwise', () => {
    const { servers } = requestExample(document, 'createCustomer', 'minimal')
    expect(sampleServer(servers)).toBe('http://localhost:4010')
    expect(samplesFor(document, 'createCustomer', 'minimal').curl).toContain(
      "'http://localhost:4010/v1/Customers'",
    )
    const options = { server: 'https://api.cloudcockpit.com' }
    expect(samplesFor(document, 'createCustomer', 'minimal', options).typescript).toContain(options.server)
  })

  test('an unknown operation or example is named, with what there is', () => {
    expect(() => samplesFor(document, 'nothing', 'minimal')).toThrow('no operation "nothing"')
    expect(() => samplesFor(document, 'createReseller', 'x')).toThrow(/"x"\. It has: minimal, microsoftTier2/)
  })
})

describe('another document', () => {
  test('parameters of the operation replace those of the path, and named examples belong together', () => {
    expect(exampleNames(other, 'find')).toEqual(['two'])
    const { url } = curlRequest(requestExample(other, 'find', 'two'), 'https://eu.example.com')
    expect(url).toBe('https://eu.example.com/things/a%2Fb%20%3F?tag=x&tag=y%26z&at%5Bx%5D=1')
  })

  test('a server is taken with the defaults of its variables, an operation without an id by its place', () => {
    expect(operationIds(other)).toEqual(['find', 'PUT /things/{id}'])
    const { servers } = requestExample(other, 'PUT /things/{id}', 'default')
    expect(sampleServer(servers)).toBe('https://eu.example.com/api')
  })

  test('a body without an example is made from its schema, and recursion ends', () => {
    const { body } = requestExample(other, 'PUT /things/{id}', 'default')
    expect(body?.value).toMatchObject({
      name: '00000000-0000-4000-8000-000000000000',
      kind: 'leaf',
      next: { next: { kind: 'leaf' } },
    })
    expect(JSON.stringify(body?.value).length).toBeLessThan(2000)
  })

  test('a reference that leads nowhere is named', () => {
    const broken = { paths: { '/a': { get: { operationId: 'a', parameters: [{ $ref: '#/x/y' }] } } } }
    expect(() => samplesFor(broken, 'a', 'default')).toThrow('#/x/y: the reference leads nowhere')
  })

  test('an operation without servers is sent to where the docs are', () => {
    const plain = { paths: { '/a': { get: { operationId: 'a' } } } }
    expect(sampleServer(requestExample(plain, 'a', 'default').servers)).toBe('')
  })
})
