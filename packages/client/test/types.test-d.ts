import { expectTypeOf, test } from 'vitest'
import { fieldErrors } from '../src/field-errors.ts'
import {
  type AnswerError,
  ApiError,
  type CockpitClient,
  createClient,
  createdId,
  type Customer,
  type CustomerPage,
  type ErrorEnvelope,
  jsonString,
  type MarginRuleName,
  type MicrosoftCustomerData,
  pages,
  parseJsonString,
  type Reseller,
  type ResellerCreated,
  unwrap,
} from '../src/index.ts'
import { customer, reseller } from './bodies.ts'

declare const cockpit: CockpitClient
const path = { customerId: 'x' }

test('a call knows its path, its parameters and its body', () => {
  void cockpit.POST('/v1/Customers', { body: customer })
  void cockpit.GET('/v1/Customers')
  void cockpit.GET('/v1/Customers', {
    params: { query: { pageSize: 5, searchField: 'Domain', searchValue: 'x' } },
  })
  void cockpit.GET('/v1/Customers/{customerId}', { params: { path } })
  // @ts-expect-error there is no such path
  void cockpit.GET('/v1/customers')
  // @ts-expect-error there is no such operation
  void cockpit.POST('/v1/Customers/{customerId}', { params: { path } })
  // @ts-expect-error the contract has no PUT
  void cockpit.PUT('/v1/Customers', {})
  // @ts-expect-error the body is required
  void cockpit.POST('/v1/Customers')
  // @ts-expect-error the body is required
  void cockpit.POST('/v1/Customers', {})
  // @ts-expect-error required properties are required
  void cockpit.POST('/v1/Customers', { body: { companyName: 'x' } })
  // @ts-expect-error the path parameter is required
  void cockpit.GET('/v1/Customers/{customerId}')
  // @ts-expect-error the path parameter has another name
  void cockpit.GET('/v1/Customers/{customerId}', { params: { path: { resellerId: 'x' } } })
  // @ts-expect-error a read has no body
  void cockpit.GET('/v1/Customers', { body: customer })
  // @ts-expect-error the list of search fields is closed
  void cockpit.GET('/v1/Customers', { params: { query: { searchField: 'Name' } } })
  // @ts-expect-error the list of countries is closed
  void cockpit.POST('/v1/Customers', { body: { ...customer, country: 'Portugal' } })
  // @ts-expect-error unknown options are mistakes
  void cockpit.GET('/v1/Customers', { timeout: 5 })
})

test('what the client fills in is not required, and may be set', () => {
  void cockpit.GET('/v1/Customers', {
    tenant: 't',
    correlationId: 'c',
    auth: 'x',
    headers: { a: 'b' },
    fetch,
    deadlineMs: 5,
  })
  void cockpit.GET('/v1/Customers', {
    params: { header: { 'X-Tenant': 't' } },
    signal: AbortSignal.timeout(5),
  })
  void createClient({ tenant: 't', auth: async () => 'x' })
  // @ts-expect-error a client has a tenant
  void createClient({ auth: 'x' })
  // @ts-expect-error a client has a source of tokens
  void createClient({ tenant: 't' })
})

test('a result is data or error', async () => {
  const result = await cockpit.POST('/v1/Resellers', { body: reseller })
  expectTypeOf(result.response).toEqualTypeOf<Response>()
  expectTypeOf(result.data).toEqualTypeOf<string | ResellerCreated | undefined>()
  expectTypeOf(result.error).toEqualTypeOf<AnswerError | undefined>()
  if (result.error) expectTypeOf(result.data).toEqualTypeOf<undefined>()
  else expectTypeOf(result.data).toEqualTypeOf<string | ResellerCreated>()
  if (result.error instanceof ApiError) expectTypeOf(result.error.envelope).toEqualTypeOf<ErrorEnvelope>()
  expectTypeOf(await unwrap(cockpit.POST('/v1/Customers', { body: customer }))).toEqualTypeOf<string>()
  expectTypeOf(
    await unwrap(cockpit.GET('/v1/Customers/{customerId}', { params: { path } })),
  ).toEqualTypeOf<Customer>()
  expectTypeOf(await createdId(cockpit.POST('/v1/Resellers', { body: reseller }))).toEqualTypeOf<string>()
  // @ts-expect-error a list is no create
  void createdId(cockpit.GET('/v1/Customers'))
  for await (const page of pages(cockpit, '/v1/Customers')) expectTypeOf(page).toEqualTypeOf<CustomerPage>()
  // @ts-expect-error one customer is no list
  void pages(cockpit, '/v1/Customers/{customerId}')
})

/** The literal members of a union that is open; never when it has collapsed to string. */
type Literals<T> = T extends string ? (string extends T ? never : T) : never

test('open enumerations keep their documented values and take others', async () => {
  type Documented = 'Markup' | 'Margin' | 'SplitMargin' | 'ErpMinusDiscount'
  expectTypeOf<Literals<MarginRuleName>>().toEqualTypeOf<Documented>()
  const read = await unwrap(
    cockpit.GET('/v1/Resellers/{resellerId}', { params: { path: { resellerId: 'x' } } }),
  )
  type Name<R extends Reseller> = NonNullable<
    R['providerResellers']
  >[number]['priceMargin']['marginRule']['name']
  // Not NonNullable: intersecting `string & {}` with `{}` gives `string`, which swallows the documented values.
  type Read = Exclude<Name<typeof read>, null | undefined>
  expectTypeOf<Literals<Read>>().toEqualTypeOf<Documented>()
  type Sent = NonNullable<Parameters<typeof cockpit.POST<'/v1/Resellers'>>[1]>['body']
  expectTypeOf<Sent>().toEqualTypeOf<Reseller>()
  type SentName = Exclude<Name<Sent>, null | undefined>
  expectTypeOf<Literals<SentName>>().toEqualTypeOf<Documented>()
  expectTypeOf<Literals<'a' | string>>().toEqualTypeOf<never>()
  const other: MarginRuleName = 'SomethingNew'
  expectTypeOf(other).toExtend<string>()
  // @ts-expect-error a name is a text
  const wrong: MarginRuleName = 5
  expectTypeOf(wrong).toExtend<string>()
})

test('JSON strings have the types of the contract', () => {
  jsonString({ Domain: 'x', AcceptedMCA: true })
  jsonString<'resellerProviderData'>({ IndirectResellerId: 'x' })
  jsonString({})
  // @ts-expect-error there is no such member
  jsonString({ Domian: 'x' })
  // @ts-expect-error AcceptedMCA is no text
  jsonString({ AcceptedMCA: 'yes' })
  // @ts-expect-error a member of the other property
  jsonString<'resellerProviderData'>({ Domain: 'x' })
  expectTypeOf(parseJsonString('providerCustomerData', '')).toEqualTypeOf<MicrosoftCustomerData | null>()
  // @ts-expect-error this property holds no JSON
  parseJsonString('zip', '')
})

test('field errors have the paths of the body', () => {
  const { fields } = fieldErrors(undefined, {} as Customer)
  expectTypeOf(fields.zip).toEqualTypeOf<readonly string[] | undefined>()
  expectTypeOf(fields['providerCustomers.x.margin.marginRule.name']).toEqualTypeOf<
    readonly string[] | undefined
  >()
  expectTypeOf(fields['providerCustomers.x.providerCustomerData.Email']).toEqualTypeOf<
    readonly string[] | undefined
  >()
  expectTypeOf(fields['customerAssociations.0.name']).toEqualTypeOf<readonly string[] | undefined>()
  // @ts-expect-error a customer has a zip, a reseller a zipCode
  void fields.zipCode
  // @ts-expect-error the index is a number
  void fields['customerAssociations.first.name']
})
