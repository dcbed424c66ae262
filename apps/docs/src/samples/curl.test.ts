import { execFile } from 'node:child_process'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import document from '@cloudcockpit/openapi/openapi.json' with { type: 'json' }
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { curl } from './curl.ts'
import { operationIds } from './operation.ts'
import { exampleNames, requestExample } from './request.ts'
import { curlRequest, samplesFor } from './samples.ts'

interface Received {
  method: string | undefined
  url: string | undefined
  headers: IncomingHttpHeaders
  body: string
}

const run = promisify(execFile)
const arrived: Received[] = []
const server = createServer((request, response) => {
  const { method, url, headers } = request
  void text(request).then((body) => {
    arrived.push({ method, url, headers, body })
    response.end()
  })
})
let address = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The test server has no port.')
  address = `http://127.0.0.1:${bound.port}`
})
afterAll(() => server.close())

async function received(shell: string, script: string): Promise<Received> {
  await run(shell, ['-c', script], { env: { ...process.env, COCKPIT_TOKEN: 'a.b-c_d' } })
  const request = arrived.pop()
  if (request === undefined) throw new Error(`No request arrived from: ${script}`)
  return request
}

const samples = operationIds(document).flatMap((id) =>
  exampleNames(document, id).map((name) => [id, name] as const),
)

describe.each(['sh', 'bash'])('through %s', (shell) => {
  test.each(samples)('%s %s arrives as the contract has it', async (id, name) => {
    const expected = curlRequest(requestExample(document, id, name), address)
    const got = await received(shell, samplesFor(document, id, name, { server: address }).curl)
    expect(got.method).toBe(expected.method)
    expect(address + got.url).toBe(expected.url)
    expect(got.body).toBe(expected.body ?? '')
    expect(got.headers.authorization).toBe('Bearer a.b-c_d')
    for (const [header, value] of expected.headers) expect(got.headers[header.toLowerCase()]).toBe(value)
  })

  test('any JSON body arrives byte for byte', async () => {
    const json = fc.json({ stringUnit: 'binary' })
    const nested = json.map((inner) => JSON.stringify({ data: inner, more: `it's "${inner}"` }, null, 2))
    await fc.assert(
      fc.asyncProperty(nested, async (body) => {
        const script = curl({ method: 'POST', url: `${address}/`, headers: [], body })
        const got = await received(shell, script)
        expect(got.body).toBe(body)
      }),
      { numRuns: 40 },
    )
  })
})

test('JSON inside a string is the string that the contract has', async () => {
  const { body } = requestExample(document, 'createCustomer', 'microsoft')
  const got = await received(
    'sh',
    samplesFor(document, 'createCustomer', 'microsoft', { server: address }).curl,
  )
  expect(JSON.parse(got.body)).toEqual(body?.value)
})

test('an empty header is sent, not dropped', async () => {
  const headers = [['X-Empty', '']] as const
  const got = await received('sh', curl({ method: 'GET', url: address, headers, body: undefined }))
  expect(got.headers['x-empty']).toBe('')
})
