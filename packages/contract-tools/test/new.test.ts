import { lintContract } from '@cloudcockpit/openapi/scripts/lint.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { operationIdOf, pathFile } from '../src/new/names.ts'
import { addOperation } from '../src/new/operation.ts'
import { addSchema } from '../src/new/schema.ts'
import { Scratch } from './scratch.ts'

let scratch: Scratch
let root: string

beforeEach(async () => {
  scratch = await Scratch.of('openapi', 'package.json')
  root = `${scratch.root}/openapi/`
})

afterEach(() => scratch.remove())

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

describe('what is new is registered and lint has nothing against it', () => {
  test.each([
    {
      url: '/v1/Customers/{customerId}/account-info',
      method: 'patch',
      roles: ['csp', 'reseller'],
      answer: 'none',
    },
    { url: '/v1/Customers/{customerId}', method: 'delete', roles: ['csp'] },
    { url: '/v1/Providers/Instances', method: 'get', roles: ['csp'] },
    {
      url: '/v1/Resellers/{resellerId}/provider-instances',
      method: 'post',
      roles: ['csp'],
      body: 'ProviderReseller',
    },
    { url: '/v1/users/{email}', method: 'get', roles: ['csp'], tag: 'Users' },
  ] as const)('$method $url', async (options) => {
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
    const { paths, note } = await addSchema(name, said, root)
    expect(paths).toEqual([`components/schemas/${name}.yaml`, `components/schemas/${owner}.yaml`])
    expect(note).toContain(`\`${owner}\` has a property`)
    expect(await scratch.read(`openapi/components/schemas/${owner}.yaml`)).toContain(`$ref: ./${name}.yaml`)
    expect(await lintContract({ root })).toEqual([])
  })
})

test('what is there already is not written over', async () => {
  const options = { url: '/v1/Customers', method: 'post', roles: ['csp'] } as const
  await expect(addOperation({ ...options, roles: ['csp'] }, root)).rejects.toThrow(/Edit it there/)
  await expect(addSchema('Customer', 'Reseller', root)).rejects.toThrow(/Edit it there/)
  await expect(addSchema('Warehouse', 'Nothing', root)).rejects.toThrow(
    /no openapi\/components\/schemas\/Nothing/,
  )
})

test('what is no path is refused', async () => {
  await expect(addOperation({ url: 'v1/customers?x', method: 'get', roles: ['csp'] }, root)).rejects.toThrow(
    /no path/,
  )
})
