import { describe, expect, test } from 'vitest'
import { listOperations, resolve } from '../src/contract/document.ts'
import {
  isObject,
  type Json,
  type JsonObject,
  needText,
  objectAt,
  objectsIn,
  textAt,
} from '../src/contract/json.ts'
import type { Sandbox } from '../src/index.ts'
import { createdId, document, objectAtTop, send, useSandbox } from './support.ts'

/** Every example of the contract, found by walking it: none can be forgotten. */
const sandbox = useSandbox()
const operations = listOperations(document).filter(
  ({ operation }) => objectAt(operation, 'x-sandbox')['implemented'] !== false,
)

interface Found {
  title: string
  operationId: string
  method: string
  path: string
  status: string
  mark: JsonObject
  value: Json
  requests: JsonObject
}

function examplesIn(holder: Json | undefined): [string, JsonObject][] {
  const content = objectAt(objectAt(resolve(document, holder).value, 'content'), 'application/json')
  return Object.entries(objectAt(content, 'examples')).map(([name, each]) => [
    name,
    resolve(document, each).value,
  ])
}

const errors: Found[] = operations.flatMap(({ id, method, path, operation }) =>
  Object.entries(objectAt(operation, 'responses'))
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([status, response]) =>
      examplesIn(response).map(([name, each]) => ({
        title: `${id} ${status} ${name}`,
        operationId: id,
        method,
        path,
        status,
        mark: objectAt(each, 'x-sandbox'),
        value: each['value'] ?? null,
        requests: Object.fromEntries(
          examplesIn(operation['requestBody']).map(([key, request]) => [key, request['value'] ?? null]),
        ),
      })),
    ),
)

describe('request examples', () => {
  const requests = operations.flatMap(({ id, method, path, operation }) =>
    examplesIn(operation['requestBody']).map(([name, each]) => ({
      title: `${id} ${name}`,
      method,
      path,
      each,
    })),
  )

  test('there are some', () => {
    expect(requests.length).toBeGreaterThan(5)
  })

  test.each(requests)('$title is accepted and read back', async ({ method, path, each }) => {
    const sent = objectAtTop(each['value'] ?? null)
    const reply = await send(sandbox(), path, { method, body: sent })
    expect(reply.text).not.toContain('errors')
    const read = await send(sandbox(), `${path}/${createdId(reply)}`)
    expect(read.status).toBe(200)
    expect(read.json).toMatchObject(sent)
  })
})

describe('error examples', () => {
  test('there are some', () => {
    expect(errors.length).toBeGreaterThan(30)
  })

  test.each(errors)('$title is produced as its x-sandbox mark says', async (found) => {
    expect(Object.keys(found.mark), 'the example has no x-sandbox mark').not.toEqual([])
    const reply = await produce(sandbox(), found)
    expect(reply.status).toBe(Number(found.status))
    const expected = objectAtTop(found.value)
    expect({ ...objectAtTop(reply.json), correlationId: expected['correlationId'] }).toEqual(expected)
    expect(reply.headers.get('x-correlation-id')).toBe(textAt(reply.json, 'correlationId'))
  })
})

async function produce(running: Sandbox, { mark, method, path, requests, value }: Found) {
  const fault = objectAt(objectAt(objectAt(document, 'x-sandbox'), 'faults'), textAt(mark, 'fault') ?? '')
  const headers: Record<string, string | null> = {
    'X-Correlation-Id': textAt(fault, 'correlationId') ?? textAt(value, 'correlationId') ?? null,
  }
  for (const [name, header] of Object.entries(objectAt(mark, 'headers')))
    headers[name] = typeof header === 'string' ? header : null
  const query = new URLSearchParams()
  for (const name of Object.keys(objectAt(mark, 'query')))
    query.set(name, needText(objectAt(mark, 'query'), name))
  const address = path.replaceAll(
    /\{(\w+)\}/gu,
    (_, name: string) => textAt(objectAt(mark, 'path'), name) ?? '1b671a64-40d5-491e-99b0-da01ff1f3341',
  )
  const body =
    method === 'GET' ? undefined : structuredClone(requests[textAt(mark, 'request') ?? 'minimal'] ?? {})
  for (const change of objectsIn(mark['change'])) apply(body ?? null, change)
  const bytes = mark['bytes']
  const text = typeof bytes === 'number' ? 'x'.repeat(bytes) : textAt(mark, 'text')
  return send(running, `${address}?${query.toString()}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(text === undefined ? {} : { text }),
  })
}

/** As much of JSON Patch (RFC 6902) as the marks use. */
function apply(body: Json, change: JsonObject): void {
  const segments = needText(change, 'path').split('/').slice(1)
  const last = segments.pop() ?? ''
  const holder = segments.reduce<unknown>(
    (at, key) => (Array.isArray(at) ? at[Number(key)] : isObject(at) ? at[key] : undefined),
    body,
  )
  const target = objectAtTop(isObject(holder) ? holder : null)
  if (change['op'] === 'remove') {
    expect(target).toHaveProperty(last)
    delete target[last]
  } else target[last] = change['value'] ?? null
}
