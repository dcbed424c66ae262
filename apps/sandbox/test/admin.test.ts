import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { needText, objectAt, objectsIn } from '../src/contract/json.ts'
import { createdId, example, objectAtTop, readJson, send, useSandbox } from './support.ts'

const sandbox = useSandbox()
const change = { 'x-sandbox-admin': '1', 'content-type': 'application/json' }
const post = (path: string, body: unknown = {}) =>
  fetch(`${sandbox().url}/_sandbox/${path}`, { method: 'POST', headers: change, body: JSON.stringify(body) })

describe('what is refused', () => {
  test.each([
    ['a name rebound by DNS', 'GET', { host: 'evil.example' }, 403],
    ['a page of another origin', 'GET', { origin: 'http://evil.example' }, 403],
    ['a page of another port', 'GET', { origin: 'http://127.0.0.1:1' }, 403],
    ['a sandboxed page', 'GET', { origin: 'null' }, 403],
    ['a link from another site', 'GET', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a proxy', 'GET', { 'x-forwarded-for': '10.0.0.1' }, 403],
    ['a change without the header', 'POST', {}, 403],
    ['nothing', 'GET', {}, 200],
  ] as const)('%s', async (_name, method, headers, expected) => {
    // fetch would not let Host be set.
    const { hostname, port } = new URL(sandbox().url)
    const path = method === 'GET' ? '/_sandbox/requests' : '/_sandbox/reset'
    const status = await new Promise((done, failed) => {
      const sent = request({ hostname, port, path, method, headers }, (response) => {
        response.resume()
        done(response.statusCode)
      })
      sent.on('error', failed)
      sent.end()
    })
    expect(status).toBe(expected)
  })

  test('other pages get no CORS headers, not even for a preflight', async () => {
    const headers = { origin: 'http://localhost:3000', 'access-control-request-method': 'POST' }
    const response = await fetch(`${sandbox().url}/_sandbox/reset`, { method: 'OPTIONS', headers })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

test('the page shows the latest requests, masked until asked for', async () => {
  await send(sandbox(), '/v1/Customers', { body: example('CustomerCreateMicrosoft') })
  await send(sandbox(), '/v1/Customers', { body: { companyName: '<script>alert(1)</script>' } })
  const masked = await (await fetch(`${sandbox().url}/_sandbox/`)).text()
  expect(masked).toContain('createCustomer')
  expect(masked).toContain('The property is required.')
  expect(masked).not.toContain('<script>')
  for (const personal of ['Marques', 'ana.marques', '921231231', 'test@email.com'])
    expect(masked).not.toContain(personal)
  const response = await fetch(`${sandbox().url}/_sandbox/?reveal=true`)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await response.text()).toContain('ana.marques')
})

test('the page says so where a body was too large to keep', async () => {
  const body = { ...example('CustomerCreateMinimal'), companyName: 'x'.repeat(70_000) }
  await send(sandbox(), '/v1/Customers', { body })
  const text = await (await fetch(`${sandbox().url}/_sandbox/`)).text()
  expect(text).toContain('(too large to keep)')
  expect(text).not.toContain('xxxx')
})

test('lists what was created, with relation and effective margins', async () => {
  const id = createdId(
    await send(sandbox(), '/v1/Customers', { body: example('CustomerCreatePlainMargins') }),
  )
  const list = objectsIn(await readJson(await fetch(`${sandbox().url}/_sandbox/customers`)))
  const found = objectAtTop(list.find((each) => each['id'] === id) ?? null)
  expect(found['resellerId']).toBeNull()
  const margins = objectAt(objectAt(found, 'effectiveMargins'), 'cb3cd15b-1d6e-45be-b493-c71549cbfd87')
  expect(margins).toMatchObject({
    License: { rule: 'markup', value: 10 },
    AzurePlan: { rule: 'markup', value: 10.6 },
  })
  expect(JSON.stringify(found)).not.toContain('lucia.ortega')
})

test('shows the audit log', async () => {
  const headers = { 'X-Correlation-Id': crypto.randomUUID() }
  await send(sandbox(), '/v1/Resellers', { body: example('ResellerCreateMinimal'), headers })
  const log = objectsIn(await readJson(await fetch(`${sandbox().url}/_sandbox/audit`)))
  expect(log[0]).toMatchObject({
    operationId: 'createReseller',
    outcome: 'created',
    correlationId: headers['X-Correlation-Id'],
  })
})

test('plans and forgets faults', async () => {
  expect(
    (await post('faults', { kind: 'status', status: 418, count: 1, operationId: 'getCustomer' })).status,
  ).toBe(204)
  expect((await send(sandbox(), `/v1/Customers/${crypto.randomUUID()}`)).status).toBe(418)
  await post('faults', { kind: 'drop', count: 9 })
  await fetch(`${sandbox().url}/_sandbox/faults`, { method: 'DELETE', headers: { 'x-sandbox-admin': '1' } })
  expect((await send(sandbox(), '/v1/Customers')).status).toBe(200)
  for (const wrong of [
    { kind: 'nope' },
    { kind: 'status', status: 99 },
    { kind: 'drop', count: 0 },
    { kind: 'drop', operationId: 'x' },
    null,
  ])
    expect((await post('faults', wrong)).status).toBe(400)
})

test('adds an API Access that can call', async () => {
  const response = await post('clients', { name: 'CI', role: 'csp', tenant: 'portal.cloudcockpit.com' })
  const client = objectAtTop(await readJson(response))
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: needText(client, 'id'),
    client_secret: needText(client, 'secret'),
    scope: sandbox().scope,
  })
  expect((await fetch(sandbox().tokenUrl, { method: 'POST', body: form })).status).toBe(200)
  for (const wrong of [
    {},
    { name: 'x', role: 'admin' },
    { name: 'x', role: 'reseller', tenant: 'portal.cloudcockpit.com' },
  ])
    expect((await post('clients', wrong)).status).toBe(400)
})

test('reset leaves the seed', async () => {
  await send(sandbox(), '/v1/Customers', { body: example('CustomerCreateMinimal') })
  expect((await post('reset')).status).toBe(204)
  expect(objectAtTop((await send(sandbox(), '/v1/Customers')).json)['totalCount']).toBe(0)
  expect(objectAtTop((await send(sandbox(), '/v1/Resellers')).json)['totalCount']).toBe(1)
  expect((await post('seed')).status).toBe(204)
})

test('describes itself', async () => {
  const description = objectAtTop(await readJson(await fetch(`${sandbox().url}/_sandbox/openapi.json`)))
  for (const [path, item] of Object.entries(objectAt(description, 'paths'))) {
    for (const method of Object.keys(objectAtTop(item))) {
      const response = await fetch(sandbox().url + path, { method, headers: { 'x-sandbox-admin': '1' } })
      expect([path, method, response.status]).not.toEqual([path, method, 404])
    }
  }
})
