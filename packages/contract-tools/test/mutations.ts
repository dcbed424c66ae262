import { isObject, type Json, type JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import type { Severity, Side } from '../src/diff/change.ts'

/** The gravest verdict per side; a side that is not named must report nothing beyond words. */
export type Verdict = Partial<Record<Side, Severity>>

/** One kind of change of our own contract, with the verdict that we, as callers, give it in both directions. */
export interface Mutation {
  name: string
  /** What the report must name. */
  subject: string
  mutate: (contract: Pointer) => void
  forward: Verdict
  backward: Verdict
}

/** A document that is changed by JSON pointers. */
export class Pointer {
  constructor(readonly document: JsonObject) {}

  get(pointer: string): Json | undefined {
    const keys = pointer.split('/').slice(1).map(unescape)
    return keys.reduce<Json | undefined>((at, key) => member(at, key), this.document)
  }

  set(pointer: string, value: Json): void {
    const { parent, key } = this.#parent(pointer)
    if (Array.isArray(parent)) parent[Number(key)] = value
    else parent[key] = value
  }

  drop(pointer: string): void {
    const { parent, key } = this.#parent(pointer)
    if (member(parent, key) === undefined)
      throw new Error(`${pointer} is not there; the mutation would do nothing`)
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else Reflect.deleteProperty(parent, key)
  }

  push(pointer: string, value: Json): void {
    const list = this.get(pointer)
    if (!Array.isArray(list)) throw new Error(`${pointer} is no list`)
    list.push(value)
  }

  remove(pointer: string, value: Json): void {
    const list = this.get(pointer)
    if (!Array.isArray(list) || !list.includes(value))
      throw new Error(`${pointer} does not list ${JSON.stringify(value)}`)
    list.splice(list.indexOf(value), 1)
  }

  move(from: string, to: string): void {
    const value = this.get(from)
    if (value === undefined) throw new Error(`${from} is not there`)
    this.drop(from)
    this.set(to, value)
  }

  #parent(pointer: string): { parent: JsonObject | Json[]; key: string } {
    const at = pointer.lastIndexOf('/')
    const parent = this.get(pointer.slice(0, at))
    if (!isObject(parent) && !Array.isArray(parent)) throw new Error(`${pointer} has no parent`)
    return { parent, key: unescape(pointer.slice(at + 1)) }
  }
}

function unescape(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~')
}

function member(at: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(at)) return at[Number(key)]
  return isObject(at) ? at[key] : undefined
}

const customers = '/paths/~1v1~1Customers'
const create = `${customers}/post`
const read = '/paths/~1v1~1Customers~1{customerId}/get'
const schema = (name: string) => `/components/schemas/${name}`
const customer = (name: string) => `${schema('Customer')}/properties/${name}`

const narrowed = { request: 'breaking', response: 'additive' } as const
const widened = { request: 'additive', response: 'breaking' } as const
const other = { request: 'breaking', response: 'breaking' } as const
const seen = { request: 'additive', response: 'additive' } as const
const broken = { call: 'breaking' } as const
const harmless = { call: 'additive' } as const
const words = { request: 'editorial', response: 'editorial' } as const

export const mutations: Mutation[] = [
  // Operations, paths, names
  {
    name: 'an operation is removed',
    subject: 'getCustomer',
    mutate: (c) => c.drop('/paths/~1v1~1Customers~1{customerId}'),
    forward: broken,
    backward: harmless,
  },
  {
    name: 'an operation moves to another path',
    subject: 'createCustomer',
    mutate: (c) => c.move(customers, '/paths/~1v1~1customers'),
    forward: broken,
    backward: broken,
  },
  {
    name: 'an operation gets another method',
    subject: 'createCustomer',
    mutate: (c) => c.move(create, `${customers}/put`),
    forward: broken,
    backward: broken,
  },
  {
    name: 'a path parameter gets another name',
    subject: 'getCustomer',
    mutate: (c) => {
      c.move('/paths/~1v1~1Customers~1{customerId}', '/paths/~1v1~1Customers~1{id}')
      c.set('/components/parameters/CustomerId/name', 'id')
    },
    forward: broken,
    backward: broken,
  },
  {
    name: 'an operationId changes',
    subject: 'addCustomer',
    mutate: (c) => c.set(`${create}/operationId`, 'addCustomer'),
    forward: broken,
    backward: broken,
  },
  {
    name: 'an operation is deprecated',
    subject: 'createCustomer',
    mutate: (c) => c.set(`${create}/deprecated`, true),
    forward: harmless,
    backward: harmless,
  },
  // Properties
  {
    name: 'an optional property is removed',
    subject: 'Customer.taxId',
    mutate: (c) => c.drop(customer('taxId')),
    forward: other,
    backward: seen,
  },
  {
    name: 'a property is renamed',
    subject: 'Customer.middleName',
    mutate: (c) => c.move(customer('middleName'), customer('secondName')),
    forward: other,
    backward: other,
  },
  {
    name: 'an optional property becomes required',
    subject: 'Customer.taxId',
    mutate: (c) => c.push(`${schema('Customer')}/required`, 'taxId'),
    forward: narrowed,
    backward: widened,
  },
  {
    name: 'a required property is added',
    subject: 'Customer.region',
    mutate: (c) => {
      c.set(customer('region'), { type: 'string' })
      c.push(`${schema('Customer')}/required`, 'region')
    },
    forward: narrowed,
    backward: other,
  },
  {
    name: 'a property becomes read-only',
    subject: 'Customer.id',
    mutate: (c) => c.set(`${customer('id')}/readOnly`, true),
    forward: { request: 'breaking' },
    backward: { request: 'additive' },
  },
  {
    name: 'a property becomes write-only',
    subject: 'Customer.taxId',
    mutate: (c) => c.set(`${customer('taxId')}/writeOnly`, true),
    forward: { response: 'breaking' },
    backward: { response: 'additive' },
  },
  {
    name: 'a property is deprecated',
    subject: 'Customer.taxId',
    mutate: (c) => c.set(`${customer('taxId')}/deprecated`, true),
    forward: seen,
    backward: seen,
  },
  {
    name: 'a property becomes sensitive',
    subject: 'Customer.internalIdentifier',
    mutate: (c) => c.set(`${customer('internalIdentifier')}/x-sensitive`, 'personal'),
    forward: seen,
    backward: seen,
  },
  // Types and null
  {
    name: 'a type array loses null',
    subject: 'Customer.state',
    mutate: (c) => c.set(`${customer('state')}/type`, 'string'),
    forward: narrowed,
    backward: widened,
  },
  {
    name: 'a reference loses null',
    subject: 'Customer.country',
    mutate: (c) => c.set(customer('country'), { $ref: '#/components/schemas/CountryCode' }),
    forward: narrowed,
    backward: widened,
  },
  {
    name: 'a type becomes another',
    subject: 'PriceMargin.value',
    mutate: (c) => c.set(`${schema('PriceMargin')}/properties/value/type`, 'string'),
    forward: other,
    backward: other,
  },
  {
    name: 'an integer becomes a number',
    subject: 'query pageSize',
    mutate: (c) => c.set('/components/parameters/PageSize/schema/type', 'number'),
    forward: { request: 'additive' },
    backward: { request: 'breaking' },
  },
  {
    name: 'a type array gains a type',
    subject: 'Customer.phone',
    mutate: (c) => c.push(`${customer('phone')}/type`, 'integer'),
    forward: widened,
    backward: narrowed,
  },
  // Enumerations
  {
    name: 'a closed enumeration loses a value',
    subject: 'CountryCode',
    mutate: (c) => c.remove(`${schema('CountryCode')}/enum`, 'PT'),
    forward: narrowed,
    backward: widened,
  },
  {
    name: 'an open enumeration gets a further known value',
    subject: 'MarginRuleName',
    mutate: (c) => c.push(`${schema('MarginRuleName')}/anyOf/0/enum`, 'Fixed'),
    forward: seen,
    backward: seen,
  },
  {
    name: 'an open enumeration is closed',
    subject: 'MarginRuleName',
    mutate: (c) => {
      const known = c.get(`${schema('MarginRuleName')}/anyOf/0`)
      if (!isObject(known)) throw new Error('MarginRuleName is no open enumeration')
      c.drop(`${schema('MarginRuleName')}/anyOf`)
      for (const [key, value] of Object.entries(known)) c.set(`${schema('MarginRuleName')}/${key}`, value)
    },
    forward: narrowed,
    backward: widened,
  },
  {
    name: 'free text becomes a closed enumeration',
    subject: 'Customer.internalIdentifier',
    mutate: (c) => c.set(`${customer('internalIdentifier')}/enum`, ['a', 'b', null]),
    forward: narrowed,
    backward: widened,
  },
  // Limits, formats, patterns
  {
    name: 'maxLength shrinks',
    subject: 'Customer.city',
    mutate: (c) => c.set(`${customer('city')}/maxLength`, 100),
    forward: narrowed,
    backward: widened,
  },
  {
    name: 'maxLength appears',
    subject: 'ErrorEnvelope.description',
    mutate: (c) => c.set(`${schema('ErrorEnvelope')}/properties/description/maxLength`, 500),
    forward: { response: 'additive' },
    backward: { response: 'breaking' },
  },
  {
    name: 'minLength appears',
    subject: 'Customer.city',
    mutate: (c) => c.set(`${customer('city')}/minLength`, 1),
    forward: narrowed,
    backward: widened,
  },
  {
    name: 'a maximum shrinks',
    subject: 'query pageSize',
    mutate: (c) => c.set('/components/parameters/PageSize/schema/maximum', 500),
    forward: { request: 'breaking' },
    backward: { request: 'additive' },
  },
  {
    name: 'a minimum shrinks',
    subject: 'query pageSize',
    mutate: (c) => c.set('/components/parameters/PageSize/schema/minimum', 0),
    forward: { request: 'additive' },
    backward: { request: 'breaking' },
  },
  {
    name: 'maxItems appears',
    subject: 'Reseller.providerResellers',
    mutate: (c) => c.set(`${schema('Reseller')}/properties/providerResellers/maxItems`, 10),
    forward: narrowed,
    backward: widened,
  },
  {
    name: 'items must be unique',
    subject: 'Reseller.providerResellers',
    mutate: (c) => c.set(`${schema('Reseller')}/properties/providerResellers/uniqueItems`, true),
    forward: narrowed,
    backward: widened,
  },
  {
    name: 'a pattern appears',
    subject: 'Customer.phone',
    mutate: (c) => c.set(`${customer('phone')}/pattern`, '^[0-9]+$'),
    forward: narrowed,
    backward: widened,
  },
  {
    name: 'a format is dropped',
    subject: 'Customer.id',
    mutate: (c) => c.drop(`${customer('id')}/format`),
    forward: widened,
    backward: narrowed,
  },
  {
    name: 'int32 becomes int64',
    subject: 'ErrorEnvelope.statusCode',
    mutate: (c) => c.set(`${schema('ErrorEnvelope')}/properties/statusCode/format`, 'int64'),
    forward: { response: 'breaking' },
    backward: { response: 'additive' },
  },
  // Dictionaries and unknown keys
  {
    name: 'unknown properties become forbidden',
    subject: 'Customer.*',
    mutate: (c) => c.set(`${schema('Customer')}/additionalProperties`, false),
    forward: narrowed,
    backward: widened,
  },
  {
    name: "a dictionary's values change",
    subject: 'OfferTypeMarginMap.*',
    mutate: (c) => c.set(`${schema('OfferTypeMarginMap')}/additionalProperties`, { type: 'number' }),
    forward: other,
    backward: other,
  },
  {
    name: "a dictionary's values become free",
    subject: 'OfferTypeMarginMap.*',
    mutate: (c) => c.drop(`${schema('OfferTypeMarginMap')}/additionalProperties`),
    forward: widened,
    backward: narrowed,
  },
  {
    name: "a dictionary's keys become free",
    subject: 'OfferTypeMarginMap keys',
    mutate: (c) => c.drop(`${schema('OfferTypeMarginMap')}/propertyNames`),
    forward: widened,
    backward: narrowed,
  },
  {
    name: "a dictionary's keys lose their format",
    subject: 'Customer.providerCustomers keys',
    mutate: (c) => c.drop(`${customer('providerCustomers')}/propertyNames/format`),
    forward: widened,
    backward: narrowed,
  },
  // JSON text inside strings
  {
    name: 'a property in JSON text shrinks',
    subject: 'MicrosoftCustomerData.Domain',
    mutate: (c) => c.set(`${schema('MicrosoftCustomerData')}/properties/Domain/maxLength`, 10),
    forward: narrowed,
    backward: widened,
  },
  {
    name: 'a property in JSON text is removed',
    subject: 'MicrosoftCustomerData.Domain',
    mutate: (c) => c.drop(`${schema('MicrosoftCustomerData')}/properties/Domain`),
    forward: other,
    backward: seen,
  },
  {
    name: 'the schema of JSON text is dropped',
    subject: 'ProviderCustomer.providerCustomerData→',
    mutate: (c) => c.drop(`${schema('ProviderCustomer')}/properties/providerCustomerData/contentSchema`),
    forward: widened,
    backward: narrowed,
  },
  {
    name: 'the media type inside a string changes',
    subject: 'ProviderCustomer.providerCustomerData',
    mutate: (c) =>
      c.set(
        `${schema('ProviderCustomer')}/properties/providerCustomerData/contentMediaType`,
        'application/xml',
      ),
    forward: other,
    backward: other,
  },
  // Alternatives and compositions
  {
    name: 'an alternative of oneOf is removed',
    subject: 'OfferTypeMargins',
    mutate: (c) => c.drop(`${schema('OfferTypeMargins')}/oneOf/0`),
    forward: narrowed,
    backward: widened,
  },
  {
    name: 'alternatives change places',
    subject: '',
    mutate: (c) => {
      const branches = c.get(`${schema('OfferTypeMargins')}/oneOf`)
      if (Array.isArray(branches)) branches.reverse()
    },
    forward: {},
    backward: {},
  },
  {
    name: 'a part of allOf is written out in place',
    subject: '',
    mutate: (c) => {
      const page = c.get(schema('Page'))
      const items = c.get(`${schema('CustomerPage')}/allOf/1/properties/items`)
      if (!isObject(page) || items === undefined) throw new Error('CustomerPage is composed in another way')
      const whole = structuredClone(page)
      whole['properties'] = { ...(isObject(whole['properties']) ? whole['properties'] : {}), items }
      c.set(schema('CustomerPage'), whole)
    },
    forward: { response: 'editorial' },
    backward: { response: 'editorial' },
  },
  {
    name: 'a property of a shared part of allOf is removed',
    subject: 'Page.totalCount',
    mutate: (c) => c.drop(`${schema('Page')}/properties/totalCount`),
    forward: { response: 'breaking' },
    backward: { response: 'additive' },
  },
  {
    name: 'a component gets another name and nothing else',
    subject: '',
    mutate: (c) => {
      c.move(schema('SignatoryContact'), schema('Signatory'))
      const text = JSON.stringify(c.document).replaceAll('schemas/SignatoryContact"', 'schemas/Signatory"')
      Object.assign(c.document, JSON.parse(text))
    },
    forward: {},
    backward: {},
  },
  // Parameters
  {
    name: 'an optional query parameter is removed',
    subject: 'query searchField',
    mutate: (c) => c.drop(`${customers}/get/parameters/3`),
    forward: { request: 'breaking' },
    backward: { request: 'additive' },
  },
  {
    name: 'a required parameter is added',
    subject: 'query region',
    mutate: (c) =>
      c.push(`${customers}/get/parameters`, {
        name: 'region',
        in: 'query',
        required: true,
        schema: { type: 'string' },
      }),
    forward: { request: 'breaking' },
    backward: { request: 'breaking' },
  },
  {
    name: 'a header becomes optional',
    subject: 'header X-Tenant',
    mutate: (c) => c.set('/components/parameters/XTenant/required', false),
    forward: { request: 'additive' },
    backward: { request: 'breaking' },
  },
  {
    name: 'a parameter moves from the query to the header',
    subject: 'query resellerId',
    mutate: (c) => c.set('/components/parameters/ResellerScope/in', 'header'),
    forward: { request: 'breaking' },
    backward: { request: 'breaking' },
  },
  {
    name: "a parameter's default changes",
    subject: 'query pageSize',
    mutate: (c) => c.set('/components/parameters/PageSize/schema/default', 50),
    forward: { request: 'breaking' },
    backward: { request: 'breaking' },
  },
  {
    name: "a parameter's default is stated",
    subject: 'query searchValue',
    mutate: (c) => c.set('/components/parameters/CustomerSearchValue/schema/default', ''),
    forward: { request: 'additive' },
    backward: { request: 'breaking' },
  },
  {
    name: 'a header is spelt in another case',
    subject: 'header x-tenant',
    mutate: (c) => c.set('/components/parameters/XTenant/name', 'x-tenant'),
    forward: { request: 'editorial' },
    backward: { request: 'editorial' },
  },
  // Bodies, statuses, media types, headers, links
  {
    name: 'a body may be left out',
    subject: 'createCustomer body',
    mutate: (c) => c.set(`${create}/requestBody/required`, false),
    forward: { request: 'additive' },
    backward: { request: 'breaking' },
  },
  {
    name: 'a body is taken in another media type',
    subject: 'createCustomer body',
    mutate: (c) =>
      c.move(`${create}/requestBody/content/application~1json`, `${create}/requestBody/content/text~1json`),
    forward: { request: 'breaking' },
    backward: { request: 'breaking' },
  },
  {
    name: 'a media type of an answer is added',
    subject: 'getCustomer 200',
    mutate: (c) => c.set(`${read}/responses/200/content/text~1plain`, { schema: { type: 'string' } }),
    forward: { response: 'additive' },
    backward: { response: 'breaking' },
  },
  {
    name: 'a success is removed',
    subject: 'createCustomer 200',
    mutate: (c) => c.drop(`${create}/responses/200`),
    forward: { response: 'breaking' },
    backward: { response: 'breaking' },
  },
  {
    name: 'a failure is added',
    subject: 'createCustomer 409',
    mutate: (c) => c.set(`${create}/responses/409`, { description: 'Conflict.' }),
    forward: { response: 'additive' },
    backward: { response: 'additive' },
  },
  {
    name: 'an answer gets another body',
    subject: 'createCustomer 201',
    mutate: (c) =>
      c.set(
        `${create}/responses/201/content/application~1json/schema/$ref`,
        '#/components/schemas/ResellerCreated',
      ),
    forward: { response: 'breaking' },
    backward: { response: 'breaking' },
  },
  {
    name: 'a failure gets a body',
    subject: 'Unauthorized',
    mutate: (c) =>
      c.set('/components/responses/Unauthorized/content', {
        'application/json': { schema: { $ref: '#/components/schemas/ErrorEnvelope' } },
      }),
    forward: { response: 'additive' },
    backward: { response: 'breaking' },
  },
  {
    name: 'a header of an answer is removed',
    subject: 'TooManyRequests header Retry-After',
    mutate: (c) => c.drop('/components/responses/TooManyRequests/headers/Retry-After'),
    forward: { response: 'breaking' },
    backward: { response: 'additive' },
  },
  {
    name: 'a link is removed',
    subject: 'createCustomer 201 link customer',
    mutate: (c) => c.drop(`${create}/responses/201/links/customer`),
    forward: { response: 'breaking' },
    backward: { response: 'additive' },
  },
  {
    name: 'a link reads the id elsewhere',
    subject: 'createCustomer 201 link customer',
    mutate: (c) =>
      c.set(`${create}/responses/201/links/customer/parameters/customerId`, '$response.body#/customerId'),
    forward: { response: 'breaking' },
    backward: { response: 'breaking' },
  },
  // Security, roles, servers, marks
  {
    name: 'one way to authorise is removed',
    subject: 'createCustomer',
    mutate: (c) => c.drop('/security/0'),
    forward: broken,
    backward: harmless,
  },
  {
    name: 'an operation needs no credentials',
    subject: 'getCustomer',
    mutate: (c) => c.set(`${read}/security`, []),
    forward: harmless,
    backward: broken,
  },
  {
    name: 'a further scope is asked for',
    subject: 'createCustomer',
    mutate: (c) => c.push('/security/1/clientCredentials', 'customers.write'),
    forward: broken,
    backward: harmless,
  },
  {
    name: 'the token comes from another address',
    subject: 'clientCredentials',
    mutate: (c) =>
      c.set(
        '/components/securitySchemes/clientCredentials/flows/clientCredentials/tokenUrl',
        'https://login.example/token',
      ),
    forward: broken,
    backward: broken,
  },
  {
    name: 'a role loses access',
    subject: 'createCustomer',
    mutate: (c) => c.remove(`${create}/x-roles`, 'reseller'),
    forward: broken,
    backward: harmless,
  },
  {
    name: 'a server is removed',
    subject: 'server http://localhost:4010',
    mutate: (c) => c.drop('/servers/1'),
    forward: broken,
    backward: harmless,
  },
  {
    name: 'another server comes first',
    subject: 'server http://localhost:4010',
    mutate: (c) => {
      const servers = c.get('/servers')
      if (Array.isArray(servers)) servers.reverse()
    },
    forward: broken,
    backward: broken,
  },
  {
    name: 'a lost create can no longer be settled',
    subject: 'createCustomer',
    mutate: (c) => c.drop(`${create}/x-reconcile`),
    forward: broken,
    backward: harmless,
  },
  {
    name: 'a lost create is settled by another property',
    subject: 'createCustomer',
    mutate: (c) => c.set(`${create}/x-reconcile/query/searchField`, 'Company.Name'),
    forward: broken,
    backward: broken,
  },
  {
    name: 'an operation may be sent again',
    subject: 'createCustomer',
    mutate: (c) => c.set(`${create}/x-retry-safety`, 'safe'),
    forward: harmless,
    backward: broken,
  },
  // Words
  {
    name: 'a description is reworded',
    subject: 'Customer.city',
    mutate: (c) => c.set(`${customer('city')}/description`, 'The town.'),
    forward: words,
    backward: words,
  },
  {
    name: 'an example shows something else',
    subject: 'createCustomer body',
    mutate: (c) => c.set('/components/examples/CustomerCreateMinimal/value/city', 'Faro'),
    forward: { request: 'editorial' },
    backward: { request: 'editorial' },
  },
  {
    name: 'a keyword that the comparison does not know',
    subject: 'Customer',
    mutate: (c) => c.set(`${schema('Customer')}/dependentRequired`, { firstName: ['lastName'] }),
    forward: narrowed,
    backward: widened,
  },
]
