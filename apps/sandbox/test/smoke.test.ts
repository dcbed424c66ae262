import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../src/index.ts'
import document from '@cloudcockpit/openapi/openapi.json' with { type: 'json' }

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ database: 'memory:' })
})
afterAll(async () => {
  await sandbox.close()
})

test('smoke', async () => {
  const t = await sandbox.token('csp')
  const h = {
    authorization: `Bearer ${t}`,
    'x-tenant': 'portal.cloudcockpit.com',
    'content-type': 'application/json',
  }
  for (const [name, e] of Object.entries(document.components.examples)) {
    if (!/^(Customer|Reseller)Create(?!d)/.test(name)) continue
    const path = name.startsWith('Customer') ? '/v1/Customers' : '/v1/Resellers'
    const r = await fetch(sandbox.url + path, { method: 'POST', headers: h, body: JSON.stringify(e.value) })
    const body = await r.json()
    console.log(name, r.status, JSON.stringify(body))
    expect(r.status).toBe(201)
    const id = typeof body === 'string' ? body : body.resellerId
    const g = await fetch(`${sandbox.url}${path}/${id}`, { headers: h })
    console.log(g.status, (await g.text()).slice(0, 100))
  }
  const bad = await fetch(sandbox.url + '/v1/Customers', {
    method: 'POST',
    headers: h,
    body: JSON.stringify({
      id: 5,
      companyName: 'x'.repeat(256),
      country: 'Portugal',
      zip: 5,
      providerCustomers: {
        a: {},
        'cb3cd15b-1d6e-45be-b493-c71549cbfd87': {
          margin: {},
          providerInstanceId: 'cb3cd15b-1d6e-45be-b493-c71549cbfd87',
          providerCustomerData: '{"Domain":5}',
          offerTypeMargins: { Value: { license: { Value: 'x' } } },
        },
      },
    }),
  })
  console.log(bad.status, JSON.stringify(await bad.json(), null, 1))
  const list = await fetch(
    sandbox.url + '/v1/Customers?searchField=InternalIdentifier&searchValue=ERP-100234',
    { headers: h },
  )
  console.log(list.status, await list.text())
  for (const p of [
    '/v1/Resellers',
    '/v1/nope',
    '/healthz',
    '/readyz',
    '/v1/Customers?pageSize=2001&searchField=Domain',
    '/v1/Customers/%zz',
  ]) {
    const r = await fetch(sandbox.url + p, { headers: h })
    console.log(p, r.status, (await r.text()).slice(0, 300))
  }
  const d = await fetch(sandbox.url + '/v1/Customers', { method: 'DELETE', headers: h })
  console.log(d.status, d.headers.get('allow'), await d.text())
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: sandbox.credential().id,
    client_secret: sandbox.credential().secret,
    scope: sandbox.scope,
  })
  const tok = await fetch(sandbox.tokenUrl, { method: 'POST', body: form })
  console.log(tok.status, Object.keys(await tok.json()))
  expect(sandbox.violations).toEqual([])
})
