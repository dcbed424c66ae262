import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import {
  ApiError,
  CockpitError,
  createdId,
  createClient,
  jsonString,
  logTo,
  pages,
  parseJsonString,
  TokenError,
  unwrap,
} from '../src/index.ts'
import { customer, newId, reseller } from './bodies.ts'
import { clientFor, rejection, serve } from './server.ts'

test('the client fills in its headers, and each may be set for one call', async () => {
  const { url, seen } = await serve(() => ({ body: { items: [] } }))
  const cockpit = clientFor(url, { headers: { 'X-Own': 'always' } })
  await cockpit.GET('/v1/Customers')
  await cockpit.GET('/v1/Customers', {
    tenant: 'other.example',
    correlationId: 'my-id',
    auth: 'other-token',
    headers: { 'X-Own': 'once', 'X-More': '1' },
  })
  await cockpit.GET('/v1/Customers', {
    params: { header: { 'X-Tenant': 'third.example' } },
    headers: { authorization: 'Custom x' },
  })
  expect(seen[0]?.headers).toMatchObject({
    'x-tenant': 'portal.example',
    authorization: 'Bearer a-token',
    'x-own': 'always',
    accept: 'application/json',
  })
  expect(seen[0]?.headers['x-correlation-id']).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  )
  expect(seen[0]?.headers['content-type']).toBeUndefined()
  expect(seen[1]?.headers).toMatchObject({
    'x-tenant': 'other.example',
    'x-correlation-id': 'my-id',
    authorization: 'Bearer other-token',
    'x-own': 'once',
    'x-more': '1',
  })
  expect(seen[2]?.headers).toMatchObject({ 'x-tenant': 'third.example', authorization: 'Custom x' })
})

test('undefined options do not take the place of defaults', async () => {
  const { url, seen } = await serve(() => ({ status: 201, body: newId }))
  const options = {
    tenant: undefined,
    auth: undefined,
    timeoutMs: undefined,
    deadlineMs: undefined,
    fetch: undefined,
    signal: undefined,
  }
  const cockpit = clientFor(url, { timeoutMs: undefined, maxResponseBytes: undefined, onEvent: undefined })
  expect(await unwrap(cockpit.POST('/v1/Customers', { body: customer, ...options }))).toBe(newId)
  expect(seen[0]?.headers).toMatchObject({ 'x-tenant': 'portal.example', 'content-type': 'application/json' })
})

test('queries are written as the contract says', async () => {
  const { url, seen } = await serve(() => ({ body: { items: [] } }))
  await clientFor(`${url}/`).GET('/v1/Customers', {
    params: {
      query: { searchField: 'Company.Name', searchValue: 'A & B=ç', ascendingOrder: false, pageSize: 5 },
    },
  })
  expect(seen[0]?.url).toBe(
    '/v1/Customers?searchField=Company.Name&searchValue=A+%26+B%3D%C3%A7&ascendingOrder=false&pageSize=5',
  )
})

test('the production server of the contract is the default', async () => {
  let address
  const cockpit = createClient({
    tenant: 't.example',
    auth: 't',
    fetch: async (input) => {
      address = input
      return Response.json({ items: [] })
    },
  })
  await cockpit.GET('/v1/Customers')
  expect(address).toBe('https://api.cloudcockpit.com/v1/Customers')
})

test('both shapes of a create give the new id in one way', async () => {
  const { url } = await serve([
    { status: 200, body: newId },
    { status: 201, body: { resellerId: newId } },
    { status: 201, body: newId },
    { status: 400 },
  ])
  const cockpit = clientFor(url)
  expect(await createdId(cockpit.POST('/v1/Resellers', { body: reseller }))).toBe(newId)
  expect(await createdId(cockpit.POST('/v1/Resellers', { body: reseller }))).toBe(newId)
  expect(await createdId(await cockpit.POST('/v1/Customers', { body: customer }))).toBe(newId)
  expect(await rejection(createdId(cockpit.POST('/v1/Customers', { body: customer })))).toBeInstanceOf(
    ApiError,
  )
})

test('pages are read one after the other, until there is no next one', async () => {
  const { url, seen } = await serve((_, number) => ({
    body: { items: [{ ...customer, id: String(number) }], hasNextPage: number < 3 },
  }))
  const ids: (string | undefined)[] = []
  for await (const page of pages(clientFor(url), '/v1/Customers', { params: { query: { pageSize: 1 } } }))
    for (const item of page.items ?? []) ids.push(item.id)
  expect(ids).toEqual(['1', '2', '3'])
  expect(seen.map((one) => one.url)).toEqual(
    [1, 2, 3].map((number) => `/v1/Customers?pageSize=1&pageNumber=${number}`),
  )
})

test('pages start where asked, stop at an empty page, and throw what went wrong', async () => {
  const { url, seen } = await serve([{ body: { items: [], hasNextPage: true } }, { status: 403 }])
  const cockpit = clientFor(url)
  for await (const page of pages(cockpit, '/v1/Resellers', { params: { query: { pageNumber: 7 } } }))
    expect(page.items).toEqual([])
  expect(seen[0]?.url).toBe('/v1/Resellers?pageNumber=7')
  expect(await rejection(pages(cockpit, '/v1/Resellers').next())).toMatchObject({ status: 403 })
})

test('JSON strings are written and read', () => {
  const text = jsonString({ Domain: 'fabrikam', AcceptedMCA: true })
  expect(text).toBe('{"Domain":"fabrikam","AcceptedMCA":true}')
  expect(parseJsonString('providerCustomerData', text)).toEqual({ Domain: 'fabrikam', AcceptedMCA: true })
  for (const nothing of [null, undefined, '', 'null'])
    expect(parseJsonString('providerCustomerData', nothing)).toBeNull()
})

test.each(['{"Email":"canary@x', '[1]', '5', '"text"'])('%s is no JSON object, and is not quoted', (text) => {
  expect(() => parseJsonString('resellerProviderData', text)).toThrow(
    new TypeError('resellerProviderData holds no JSON object'),
  )
})

test('the log has one line per event', async () => {
  const { url } = await serve([
    { status: 503, headers: { 'Retry-After': '0' } },
    { status: 404, body: { description: 'No such customer.' } },
  ])
  const lines: string[] = []
  const log = (level: string) => (line: string) =>
    lines.push(`${level} ${line.replaceAll(/\d+ ms/g, 'N ms')}`)
  const onEvent = logTo({ debug: log('debug'), warn: log('warn'), error: log('error') })
  await clientFor(url, { onEvent }).GET('/v1/Customers/{customerId}', {
    params: { path: { customerId: newId } },
    correlationId: 'c',
  })
  expect(lines).toEqual([
    'debug GET /v1/Customers/{customerId} sent, attempt 1, correlation id c',
    'debug GET /v1/Customers/{customerId} 503 in N ms, attempt 1, correlation id c',
    'warn GET /v1/Customers/{customerId} 503, sent again in N ms, attempt 1, correlation id c',
    'debug GET /v1/Customers/{customerId} sent, attempt 2, correlation id c',
    'debug GET /v1/Customers/{customerId} 404 in N ms, attempt 2, correlation id c',
    'error ApiError GET /v1/Customers/{customerId}: 404 No such customer. in N ms, attempt 2, correlation id c',
  ])
})

test('errors keep their class across two copies of the package', async () => {
  const copy = await import('../src/errors.ts?copy' as '../src/errors.ts')
  const { url } = await serve([{ status: 400 }])
  const { error } = await clientFor(url).GET('/v1/Customers')
  expect(copy.ApiError).not.toBe(ApiError)
  expect(error).toBeInstanceOf(copy.ApiError)
  expect(error).toBeInstanceOf(copy.CockpitError)
  expect(error).not.toBeInstanceOf(copy.TokenError)
  expect(new Error('x')).not.toBeInstanceOf(CockpitError)
  for (const nothing of [null, undefined, 5, 'text', {}]) expect(nothing instanceof CockpitError).toBe(false)
})

test('errors keep their class across realms', async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL('../src/errors.ts', import.meta.url).pathname],
    bundle: true,
    format: 'iife',
    globalName: 'realm',
    write: false,
  })
  const context = createContext({})
  runInContext(outputFiles[0]?.text ?? '', context)
  const of = (code: string, error?: unknown) => runInContext(`(error) => ${code}`, context)(error) as unknown
  const { url } = await serve([{ status: 400 }])
  const { error } = await clientFor(url).GET('/v1/Customers')
  expect(of('error instanceof Error', error)).toBe(false)
  expect(of('error instanceof realm.ApiError', error)).toBe(true)
  expect(of('error instanceof realm.CockpitError', error)).toBe(true)
  expect(of('error instanceof realm.TokenError', error)).toBe(false)
  const fact = "{ method: 'GET', path: '/', url: '', correlationId: '', attempts: [] }"
  const foreign = of(`new realm.TokenError(${fact}, 'x', {}, (text) => text)`)
  expect(foreign instanceof Error).toBe(false)
  expect(foreign).toBeInstanceOf(TokenError)
  expect(foreign).toBeInstanceOf(CockpitError)
  expect(foreign).not.toBeInstanceOf(ApiError)
})

test('an unknown value of an enumeration breaks nothing', async () => {
  const answer = {
    ...reseller,
    providerResellers: [{ ...reseller.providerResellers[0], status: { name: 'Brand new' } }],
  }
  const { url } = await serve([{ body: answer }])
  const data = await unwrap(
    clientFor(url).GET('/v1/Resellers/{resellerId}', { params: { path: { resellerId: newId } } }),
  )
  expect(data.providerResellers?.[0]?.status?.name).toBe('Brand new')
})
