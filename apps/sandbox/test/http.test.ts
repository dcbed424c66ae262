import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { describe, expect, test, vi } from 'vitest'
import { isObject, type Json } from '../src/contract/json.ts'
import { limits } from '../src/limits.ts'
import { startSandbox } from '../src/index.ts'
import { document, example, objectAtTop, send, useSandbox } from './support.ts'

vi.mock(import('../src/limits.ts'), async (original) => {
  // Shorter times than a caller would want to wait for in a test; the code under test is the same.
  const { limits: real } = await original()
  const short = { headersTimeout: 400, requestTimeout: 800, connectionsCheckingInterval: 100, shutdown: 1500 }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type has the real numbers as literals
  return { limits: { ...real, ...short } as unknown as typeof real }
})

const sandbox = useSandbox({ corsOrigins: 'https://docs.example' })

/** Sends raw bytes and reads until the server closes. */
async function raw(text: string, url = sandbox().url): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((done, failed) => {
    let received = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('data', (chunk) => (received += chunk.toString()))
    socket.on('end', () => done(received))
    socket.on('error', (error) => (received === '' ? failed(error) : done(received)))
  })
}

const numberIn = (json: Json, name: string) => (isObject(json) ? json[name] : undefined)
const envelope = (text: string) => objectAtTop(JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4)))

describe('statuses beside the documented ones have the envelope', () => {
  test.each([
    ['GET', '/v1/Nothing', 404, null],
    ['GET', '/v1/customers', 404, null],
    ['GET', '/v1/Customers/', 400, null],
    ['GET', '/v1/Customers/..%2f..%2f_sandbox', 400, null],
    ['GET', '/v1/Customers/%00', 400, null],
    ['GET', '/v1/Customers/%zz', 404, null],
    ['GET', `/v1/Customers/${'a'.repeat(2000)}`, 404, null],
    ['DELETE', '/v1/Customers', 405, 'GET, POST'],
    ['HEAD', '/v1/Customers', 405, 'GET, POST'],
    ['PATCH', '/v1/Resellers/9f3b1d52-0c7a-4f0e-8f2e-3a7d5b6c1e20', 405, 'GET'],
    ['OPTIONS', '/v1/Customers', 405, 'GET, POST'],
  ])('%s %s: %s', async (method, path, status, allow) => {
    const reply = await send(sandbox(), path, { method })
    expect([reply.status, reply.headers.get('allow')]).toEqual([status, allow])
    // An answer to HEAD has no body.
    expect(numberIn(reply.json, 'statusCode')).toBe(method === 'HEAD' ? undefined : status)
  })

  test('400 for bodies that cannot be read', async () => {
    for (const text of [
      '',
      '{',
      '"\ud800',
      '[1,]',
      '{"a":1}}',
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
      Buffer.from('{"a":"\xff"}', 'latin1'),
    ]) {
      const reply = await send(sandbox(), '/v1/Customers', { method: 'POST', text })
      expect([reply.status, objectAtTop(reply.json)['type']]).toEqual([400, 'BadRequest'])
    }
  })

  test.each(['null', '[]', '5', '"text"', 'true'])('400 for the body %s', async (text) => {
    expect((await send(sandbox(), '/v1/Customers', { text })).status).toBe(400)
  })

  test('413 on chunked bodies too', async () => {
    const chunk = Buffer.alloc(256 * 1024, 0x20)
    const response = await fetch(`${sandbox().url}/v1/Customers`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await sandbox().token()}`,
        'x-tenant': 'portal.cloudcockpit.com',
        'content-type': 'application/json',
      },
      body: Readable.toWeb(Readable.from(Array.from({ length: 8 }, () => chunk))),
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
  })

  test.each([
    'text/plain',
    'application/xml',
    'application/json-patch+json',
    'multipart/form-data',
    'text/json',
  ])('415 for %s', async (type) => {
    const reply = await send(sandbox(), '/v1/Customers', { body: {}, headers: { 'content-type': type } })
    expect([reply.status, objectAtTop(reply.json)['statusCode']]).toEqual([415, 415])
  })

  test('431 for huge headers, 400 for no HTTP', async () => {
    const huge = await raw(
      `GET /v1/Customers HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(limits.headerBytes)}\r\n\r\n`,
    )
    expect(huge).toMatch(/^HTTP\/1\.1 431 /u)
    expect(envelope(huge)).toMatchObject({ statusCode: 431 })
    expect(envelope(await raw('no http\r\n\r\n'))).toMatchObject({ statusCode: 400 })
  })
})

describe('attacks on the protocol', () => {
  test('header injection does not get through', async () => {
    const token = await sandbox().token()
    for (const value of ['portal.cloudcockpit.com\nX-Evil: 1', 'a\0b']) {
      const text = await raw(
        `GET /v1/Customers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer ${token}\r\nX-Tenant: ${value}\r\n\r\n`,
      )
      expect(text).not.toContain('X-Evil')
      expect(text).toMatch(/^HTTP\/1\.1 4\d\d /u)
    }
  })

  test('a correlation id that is no UUID is never repeated', async () => {
    const reply = await send(sandbox(), '/v1/Customers', { headers: { 'x-correlation-id': '<script>' } })
    expect(reply.names).toEqual(['X-Correlation-Id'])
    expect(reply.text + String(reply.headers.get('x-correlation-id'))).not.toContain('<script')
  })

  test('request smuggling: two lengths are refused', async () => {
    const text = await raw(
      'POST /v1/Customers HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    )
    expect(text).toMatch(/^HTTP\/1\.1 400 /u)
  })

  test('prototype pollution changes nothing', async () => {
    const text = JSON.stringify(example('CustomerCreateMinimal')).replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    )
    const reply = await send(sandbox(), '/v1/Customers', { text })
    expect(reply.names).toEqual(['__proto__'])
    expect({}).not.toHaveProperty('polluted')
  })

  test('slow headers and slow bodies end with 408', async () => {
    const [headers, body] = await Promise.all([
      raw('GET /v1/Customers HTTP/1.1\r\nHost: localhost\r\n'),
      raw(
        `POST /v1/Customers HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${await sandbox().token()}\r\nX-Tenant: portal.cloudcockpit.com\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
      ),
    ])
    expect(headers).toMatch(/^HTTP\/1\.1 408 /u)
    expect(body).toMatch(/^HTTP\/1\.1 408 /u)
    expect((await send(sandbox(), '/v1/Customers')).status).toBe(200)
  })
})

describe('CORS for the docs', () => {
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-tenant' }

  test.each(['http://localhost:4321', 'http://127.0.0.1:4321', 'https://docs.example'])(
    '%s may call',
    async (origin) => {
      const asked = await fetch(`${sandbox().url}/v1/Customers`, {
        method: 'OPTIONS',
        headers: { origin, ...preflight },
      })
      expect(asked.status).toBe(204)
      expect(asked.headers.get('access-control-allow-headers')).toBe(
        'Authorization, Content-Type, X-Correlation-Id, X-Tenant',
      )
      const reply = await send(sandbox(), '/v1/Customers', { headers: { origin } })
      expect(reply.headers.get('access-control-allow-origin')).toBe(origin)
      expect(reply.headers.get('access-control-expose-headers')).toContain('X-Correlation-Id')
    },
  )

  test.each(['https://evil.example', 'null', 'http://localhost.evil.example'])(
    '%s may not',
    async (origin) => {
      const asked = await fetch(`${sandbox().url}/v1/Customers`, {
        method: 'OPTIONS',
        headers: { origin, ...preflight },
      })
      expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([405, null])
    },
  )
})

describe('operation', () => {
  test('health, readiness and metrics', async () => {
    await send(sandbox(), '/v1/Customers')
    expect((await fetch(`${sandbox().url}/healthz`)).status).toBe(200)
    expect((await fetch(`${sandbox().url}/readyz`)).status).toBe(200)
    const metrics = await (await fetch(`${sandbox().url}/metrics`)).text()
    expect(metrics).toContain(
      'sandbox_request_duration_seconds_count{operation="listCustomers",status="200"}',
    )
  })

  test('close finishes open requests, then refuses new ones', async () => {
    const own = await startSandbox({ database: 'memory:' })
    const token = await own.token()
    own.fail({ kind: 'delay', ms: 1000 })
    const open = send(own, '/v1/Customers', { token, body: example('CustomerCreateMinimal') })
    await new Promise((done) => setTimeout(done, 400))
    const closed = own.close()
    expect((await open).status).toBe(201)
    await closed
    await expect(fetch(`${own.url}/healthz`)).rejects.toThrow('fetch failed')
    await own.close()
  })

  test('reload takes a new contract and keeps what is stored', async () => {
    const own = await startSandbox({ database: 'memory:' })
    await send(own, '/v1/Customers', { body: example('CustomerCreateMinimal') })
    const next = structuredClone(document)
    const operation = objectAtTop(
      objectAtTop(objectAtTop(next['paths'] ?? null)['/v1/Resellers'] ?? null)['get'] ?? null,
    )
    operation['x-sandbox'] = { implemented: false }
    await own.reload(next)
    const left = await send(own, '/v1/Resellers')
    expect([left.status, objectAtTop(left.json)['type']]).toEqual([501, 'NotImplemented'])
    expect(objectAtTop((await send(own, '/v1/Customers')).json)['totalCount']).toBe(1)
    operation['operationId'] = 'renamed'
    delete operation['x-sandbox']
    await expect(own.reload(next)).rejects.toThrow(
      /renamed.*has no handler[\s\S]*listResellers has no operation/u,
    )
    expect((await send(own, '/v1/Customers')).status).toBe(200)
    await own.close()
  })
})
