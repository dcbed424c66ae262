import { describe, expect, test } from 'vitest'
import { objectAt, textAt } from '../src/contract/json.ts'
import { document, example, objectAtTop, send, useSandbox } from './support.ts'

const sandbox = useSandbox()
const body = () => ({ ...example('CustomerCreateMinimal'), internalIdentifier: crypto.randomUUID() })
const count = async (key: string) => {
  const reply = await send(sandbox(), `/v1/Customers?searchField=InternalIdentifier&searchValue=${key}`)
  return objectAtTop(reply.json)['totalCount']
}

test('a status happens as often as planned, only to its operation, and applies nothing', async () => {
  const sent = body()
  sandbox().fail(
    { kind: 'status', status: 503, retryAfter: '3' },
    { count: 2, operationId: 'createCustomer' },
  )
  expect((await send(sandbox(), '/v1/Customers')).status).toBe(200)
  for (const _ of [1, 2]) {
    const reply = await send(sandbox(), '/v1/Customers', { body: sent })
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '3'])
    expect(objectAtTop(reply.json)['statusCode']).toBe(503)
  }
  expect(await count(sent.internalIdentifier)).toBe(0)
  expect((await send(sandbox(), '/v1/Customers', { body: sent })).status).toBe(201)
})

test('a status with commit applies the request all the same', async () => {
  const sent = body()
  sandbox().fail({ kind: 'status', status: 502, body: 'html', commit: true })
  const reply = await send(sandbox(), '/v1/Customers', { body: sent })
  expect([reply.status, reply.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8'])
  expect(await count(sent.internalIdentifier)).toBe(1)
})

test.each([
  ['drop', 0],
  ['commit-then-drop', 1],
  ['truncate', 1],
] as const)('%s breaks the connection; %s stored', async (kind, stored) => {
  const sent = body()
  sandbox().fail({ kind })
  await expect(send(sandbox(), '/v1/Customers', { body: sent })).rejects.toThrow(/fetch failed|terminated/u)
  expect(await count(sent.internalIdentifier)).toBe(stored)
})

test('html and wrong-type are no answers of the API', async () => {
  sandbox().fail({ kind: 'html' })
  const html = await send(sandbox(), '/v1/Customers', { body: body() })
  expect([html.status, html.headers.get('content-type')]).toEqual([201, 'text/html; charset=utf-8'])
  sandbox().fail({ kind: 'wrong-type' })
  expect((await send(sandbox(), '/v1/Customers', { body: body() })).json).toEqual([42])
})

test('delay and slow body take their time', async () => {
  for (const kind of ['delay', 'slow-body'] as const) {
    sandbox().fail({ kind, ms: 300 })
    const begin = performance.now()
    expect((await send(sandbox(), '/v1/Customers', { body: body() })).status).toBe(201)
    expect(performance.now() - begin).toBeGreaterThan(250)
  }
})

describe('reserved correlation ids', () => {
  const declared = Object.entries(objectAt(objectAt(document, 'x-sandbox'), 'faults')).map(
    ([name, entry]) => ({
      name,
      id: textAt(entry, 'correlationId') ?? '',
      kind: textAt(objectAt(entry, 'fault'), 'kind') ?? '',
    }),
  )

  test.each(declared)('$name happens every time', async ({ id, kind }) => {
    for (const _ of [1, 2]) {
      const headers = { 'X-Correlation-Id': id }
      const sent = send(sandbox(), '/v1/Customers', { body: body(), headers })
      const outcome = await sent.then(
        ({ status }) => (status >= 429 ? 'status' : 'good'),
        () => 'broken',
      )
      const isBroken = ['drop', 'commit-then-drop', 'truncate'].includes(kind)
      expect(outcome).toBe(isBroken ? 'broken' : kind === 'status' ? 'status' : 'good')
    }
  })
})
