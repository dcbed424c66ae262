import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { listOperations, type Operation } from './index.ts'

/** A document with the given sections beside its version. */
function read(sections: JsonObject): Operation[] {
  return listOperations({ openapi: '3.1.0', ...sections })
}

const parameter = (name: string, place: string, more: JsonObject = {}): JsonObject => ({
  name,
  in: place,
  schema: { type: 'string' },
  ...more,
})

describe('webhooks', () => {
  const [operation, webhook] = read({
    webhooks: {
      customerCreated: {
        post: { requestBody: { $ref: '#/components/requestBodies/Event' }, responses: { 200: {} } },
      },
    },
    paths: { '/things': { get: { operationId: 'listThings' } } },
    components: {
      requestBodies: { Event: { required: true, content: { 'application/json': { schema: true } } } },
    },
  })

  test('are operations after all others, with the name in place of a path', () => {
    expect(operation).toMatchObject({ id: 'listThings', isWebhook: false })
    expect(webhook).toMatchObject({
      id: 'POST customerCreated',
      method: 'POST',
      path: 'customerCreated',
      isWebhook: true,
    })
  })

  test('have a body and answers like any other', () => {
    expect(webhook?.requestBody).toMatchObject({
      required: true,
      contents: [{ mediaType: 'application/json' }],
    })
    expect(webhook?.responses.map(({ status }) => status)).toEqual(['200'])
  })

  test('may be the only operations', () => {
    expect(read({ webhooks: { ping: { post: { operationId: 'ping' } } } }).map(({ id }) => id)).toEqual([
      'ping',
    ])
  })
})

describe('parameters', () => {
  const [get, put] = read({
    paths: {
      '/things/{id}': {
        summary: 'One thing',
        description: 'Said of the path.',
        servers: [{ url: 'https://path.example' }],
        parameters: [
          parameter('id', 'path', { required: true, description: 'of the path' }),
          { $ref: '#/components/parameters/Tenant' },
        ],
        get: { description: 'Said of the operation.' },
        put: {
          servers: [{ url: 'https://operation.example' }],
          parameters: [
            parameter('id', 'path', { required: true, description: 'of the operation' }),
            parameter('id', 'query'),
          ],
        },
      },
    },
    components: { parameters: { Tenant: parameter('X-Tenant', 'header', { required: true }) } },
  })

  const said = (operation: Operation | undefined) =>
    operation?.parameters.map(({ name, in: place, description }) => [place, name, description])

  test('of a path are those of each of its operations', () => {
    expect(said(get)).toEqual([
      ['path', 'id', 'of the path'],
      ['header', 'X-Tenant', undefined],
    ])
  })

  test('of an operation win over those of the path with their name and place, and over no others', () => {
    expect(said(put)).toEqual([
      ['path', 'id', 'of the operation'],
      ['header', 'X-Tenant', undefined],
      ['query', 'id', undefined],
    ])
  })

  test('summary, description and servers of a path hold where the operation has none', () => {
    expect([get?.summary, get?.description]).toEqual(['One thing', 'Said of the operation.'])
    expect(put?.description).toBe('Said of the path.')
    expect([get, put].map((one) => one?.servers[0]?.url)).toEqual([
      'https://path.example',
      'https://operation.example',
    ])
  })
})
