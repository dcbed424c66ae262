import { describe, expect, test } from 'vitest'
import { fieldErrors } from '../src/field-errors.ts'
import type { Customer } from '../src/index.ts'
import { customer, instance, reseller } from './bodies.ts'
import { clientFor, serve } from './server.ts'

/** Sorts one error over a body, as the API would give it in answer to that body. */
async function sorted(
  body: object,
  errors: unknown,
  path: '/v1/Customers' | '/v1/Resellers' = '/v1/Customers',
) {
  const { url } = await serve([{ status: 400, body: { statusCode: 400, errors } }])
  const { error } = await clientFor(url).POST(path as '/v1/Customers', { body: body as Customer })
  const { fields, rest } = fieldErrors(error, body)
  return { fields: { ...fields }, rest }
}
const names = (...list: (string | null)[]) =>
  list.map((propertyName) => ({ propertyName, description: ['wrong'] }))

describe('a name finds its property', () => {
  const P = `providerCustomers.${instance}`
  test.each([
    ['zip', 'zip'],
    ['Zip', 'zip'],
    ['ZIP', 'zip'],
    ['$.zip', 'zip'],
    ['TaxID', 'taxId'],
    [`ProviderCustomers.${instance}.Margin`, `${P}.margin`],
    [`ProviderCustomers[${instance}].Margin.MarginRule.Name`, `${P}.margin.marginRule.name`],
    [`providerCustomers['${instance}'].margin.value`, `${P}.margin.value`],
    [`ProviderCustomers[${instance.toUpperCase()}].ProviderCustomerData`, `${P}.providerCustomerData`],
    [`ProviderCustomers[${instance}].ProviderCustomerData.Email`, `${P}.providerCustomerData.Email`],
    [`providerCustomers.${instance}.providerCustomerData.email`, `${P}.providerCustomerData.Email`],
    ['ProviderCustomerData.Domain', `${P}.providerCustomerData.Domain`],
    ['CredentialsEmail', `${P}.providerCustomerData.CredentialsEmail`],
    ['Email', 'email'],
    ['middleName', 'middleName'],
  ])('customer: %s', async (name, path) => {
    expect(await sorted(customer, names(name))).toEqual({ fields: { [path]: ['wrong'] }, rest: [] })
  })

  test.each([
    ['ProviderResellers[0].PriceMargin', 'providerResellers.0.priceMargin'],
    ['providerResellers.0.ResellerProviderData', 'providerResellers.0.resellerProviderData'],
    [
      '$.providerResellers[0].resellerProviderData.indirectResellerId',
      'providerResellers.0.resellerProviderData.indirectResellerId',
    ],
    ['ZipCode', 'zipCode'],
    ['CustomDomain.CustomDomain', 'customDomain.customDomain'],
  ])('reseller: %s', async (name, path) => {
    expect(await sorted(reseller, names(name), '/v1/Resellers')).toEqual({
      fields: { [path]: ['wrong'] },
      rest: [],
    })
  })
})

test('a property that the body lacks but the contract knows is found', async () => {
  const { zip: _, ...body } = customer
  expect(await sorted(body, names('Zip'))).toEqual({ fields: { zip: ['wrong'] }, rest: [] })
})

test('what matches none, or more than one, is the remainder', async () => {
  const errors = names('Nonsense', '', null, 'body', 'ProviderResellers[3].PriceMargin', 'Name')
  expect(await sorted(customer, errors)).toEqual({ fields: {}, rest: errors })
})

test('all that is said of one property comes together', async () => {
  const errors = [
    { propertyName: 'Zip', description: ['a', 'b'] },
    { propertyName: 'zip', description: ['c'] },
    { propertyName: 'city', description: null },
    { propertyName: 'state', description: 'text' },
  ]
  expect(await sorted(customer, errors)).toEqual({
    fields: { zip: ['a', 'b', 'c'], city: [], state: ['text'] },
    rest: [],
  })
})

describe('bodies that a stranger would send', () => {
  test('dictionary keys with dots, brackets, and different casing', async () => {
    const item = customer.providerCustomers[instance]
    const body = { ...customer, providerCustomers: { 'my.provider[1]': item, Same: item, same: item } }
    const errors = names(
      'ProviderCustomers.my.provider[1].margin',
      "providerCustomers['Same'].margin",
      'providerCustomers.same.margin',
      'providerCustomers.SAME.margin',
    )
    expect(await sorted(body, errors)).toEqual({
      fields: {
        'providerCustomers.my.provider[1].margin': ['wrong'],
        'providerCustomers.Same.margin': ['wrong'],
        'providerCustomers.same.margin': ['wrong'],
      },
      rest: names('providerCustomers.SAME.margin'),
    })
  })

  test('properties that the contract does not know', async () => {
    expect(await sorted({ ...customer, erpFlags: [{ on: 1 }] }, names('ErpFlags[0].On'))).toEqual({
      fields: { 'erpFlags.0.on': ['wrong'] },
      rest: [],
    })
  })

  test('broken JSON strings, nulls, nothing at all, and __proto__', async () => {
    const hostile = JSON.parse(
      '{"__proto__":{"x":1},"constructor":null,"providerCustomers":{"a":{"providerCustomerData":"{broken"}}}',
    )
    expect(
      await sorted(hostile, names('providerCustomers.a.providerCustomerData', '__proto__.x', 'toString')),
    ).toMatchObject({
      fields: { 'providerCustomers.a.providerCustomerData': ['wrong'] },
      rest: names('toString'),
    })
    expect(await sorted({ ...customer, providerCustomers: null }, names('ProviderCustomers'))).toMatchObject({
      fields: { providerCustomers: ['wrong'] },
    })
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  test.each([undefined, null, 'text', {}, [], 5, [null], [[]], [5]])('errors: %j', async (errors) => {
    expect((await sorted(customer, errors)).fields).toEqual({})
  })

  test.each([undefined, null, new Error('x'), { envelope: null }])('no error of the client: %s', (error) => {
    expect(fieldErrors(error, customer).rest).toEqual([])
  })
})
