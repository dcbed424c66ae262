import { lintContract } from '@cloudcockpit/openapi/scripts/lint.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { operationIdOf, pathFile } from '../src/new/names.ts'
import { addOperation } from '../src/new/operation.ts'
import { addSchema } from '../src/new/schema.ts'
import { Scratch } from './scratch.ts'

/** The contract's own files in a folder where a test may add to them; removed when the test ends. */
async function scratchContract(): Promise<{ scratch: Scratch; root: string }> {
  const scratch = await Scratch.of('openapi/openapi.yaml', 'openapi/paths', 'openapi/components')
  onTestFinished(() => scratch.remove())
  return { scratch, root: `${scratch.root}/openapi/` }
}

test.each([
  ['get', '/v1/Customers/{customerId}', 'getCustomer'],
  ['get', '/v1/Customers', 'listCustomers'],
  ['post', '/v1/Customers', 'createCustomer'],
  ['patch', '/v1/Customers/{customerId}/account-info', 'updateCustomerAccountInfo'],
  ['get', '/v1/Customers/{customerId}/licenses', 'listCustomerLicenses'],
  ['delete', '/v1/users/{email}', 'deleteUser'],
] as const)('%s %s is called %s', (method, url, id) => {
  expect(operationIdOf(method, url)).toBe(id)
})

test('the file of a path mirrors its URL', () => {
  expect(pathFile('/v1/Customers/{customerId}/account-info')).toBe(
    'paths/v1_Customers_{customerId}_account-info.yaml',
  )
})

// URLs that the documentation does not have, so that what is added to the contract one day breaks no test.
describe('what is new is registered and lint has nothing against it', () => {
  test.each([
    {
      url: '/v1/Customers/{customerId}/warehouse-info',
      method: 'patch',
      roles: ['csp', 'reseller'],
      answer: 'none',
    },
    { url: '/v1/Customers/{customerId}', method: 'put', roles: ['csp'] },
    { url: '/v1/Warehouses/Places', method: 'get', roles: ['csp'] },
    {
      url: '/v1/Resellers/{resellerId}/warehouses',
      method: 'post',
      roles: ['csp'],
      body: 'ProviderReseller',
    },
    { url: '/v1/users/{email}', method: 'get', roles: ['csp'], tag: 'Users' },
  ] as const)('$method $url', async (options) => {
    const { scratch, root } = await scratchContract()
    const written = await addOperation({ ...options, roles: [...options.roles] }, root)
    expect(written).toContain(pathFile(options.url))
    expect(await scratch.read('openapi/openapi.yaml')).toContain(
      `  ${options.url}:\n    $ref: ${pathFile(options.url)}`,
    )
    expect(await scratch.read(`openapi/${pathFile(options.url)}`)).toContain('implemented: false')
    expect(await lintContract({ root })).toEqual([])
  })

  test.each([
    ['Warehouse', 'Reseller', 'Reseller'],
    ['ResellerWarehouse', undefined, 'Reseller'],
    ['Warehouse', undefined, 'Customer'],
  ])('a schema %s, said to be in %s: in %s', async (name, said, owner) => {
    const { scratch, root } = await scratchContract()
    const { paths, note } = await addSchema(name, said, root)
    expect(paths).toEqual([`components/schemas/${name}.yaml`, `components/schemas/${owner}.yaml`])
    expect(note).toContain(`\`${owner}\` has a property`)
    expect(await scratch.read(`openapi/components/schemas/${owner}.yaml`)).toContain(`$ref: ./${name}.yaml`)
    expect(await lintContract({ root })).toEqual([])
  })
})

test('a new path stands in the index after those of the same thing', async () => {
  const { scratch, root } = await scratchContract()
  const before = await pathsOf(scratch)
  await addOperation({ url: '/v1/Customers/warehouses', method: 'get', roles: ['csp'] }, root)
  await addOperation({ url: '/v1/Warehouses', method: 'get', roles: ['csp'] }, root)
  const last = before.findLastIndex((url) => url.startsWith('/v1/Customers'))
  expect(await pathsOf(scratch)).toEqual([
    ...before.slice(0, last + 1),
    '/v1/Customers/warehouses',
    ...before.slice(last + 1),
    '/v1/Warehouses',
  ])
})

async function pathsOf(scratch: Scratch): Promise<string[]> {
  const [paths = ''] = /^paths:\n(?: .*\n)*/m.exec(await scratch.read('openapi/openapi.yaml')) ?? []
  return [...paths.matchAll(/^ {2}(\/.*):$/gm)].map(([, url]) => url ?? '')
}

test('what is there already is not written over', async () => {
  const { root } = await scratchContract()
  const options = { url: '/v1/Customers', method: 'post', roles: ['csp'] } as const
  await expect(addOperation({ ...options, roles: ['csp'] }, root)).rejects.toThrow(/Edit it there/)
  await expect(addSchema('Customer', 'Reseller', root)).rejects.toThrow(/Edit it there/)
  await expect(addSchema('Warehouse', 'Nothing', root)).rejects.toThrow(
    /no openapi\/components\/schemas\/Nothing/,
  )
})

test('what is no path is refused', async () => {
  const { root } = await scratchContract()
  await expect(addOperation({ url: 'v1/customers?x', method: 'get', roles: ['csp'] }, root)).rejects.toThrow(
    /no path/,
  )
})
