import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../scripts/contract.ts'
import { callFacts, oauth, operationFacts, servers } from '../scripts/operation-facts.ts'
import { type ContractOperation, listOperations } from '../scripts/operations.ts'
import {
  bodyProperties,
  byOperation,
  isJsonString,
  isSensitive,
  jsonStringSchemas,
  knownValues,
  requestPaths,
} from '../scripts/property-facts.ts'
import * as facts from '../src/generated/facts.ts'
import { reconciliations } from '../src/generated/reconciliations.ts'

const personal = { type: 'string', 'x-sensitive': 'personal' }
const body = (schema: JsonObject) => ({ content: { 'application/json': { schema } } })
const link = (expression: string) => ({ created: { operationId: 'get', parameters: { id: expression } } })

/** A contract with one create, which answers its id in two ways. */
const document: JsonObject = {
  servers: [
    { url: 'https://api.example', 'x-environment': 'production' },
    { url: 'http://localhost:1', 'x-environment': 'sandbox' },
  ],
  paths: {
    '/things': {
      post: {
        operationId: 'createThing',
        'x-roles': ['csp'],
        'x-retry-safety': 'unsafe',
        requestBody: body({ $ref: '#/components/schemas/Thing' }),
        responses: {
          200: { ...body({ type: 'string' }), links: link('$response.body') },
          201: { ...body({ properties: { owner: personal } }), links: link('$response.body#/thingId') },
        },
      },
      get: { operationId: 'listThings', 'x-retry-safety': 'safe', responses: {} },
    },
  },
  components: {
    securitySchemes: {
      bearer: { type: 'http' },
      oauth: { flows: { clientCredentials: { tokenUrl: 'https://token.example', scopes: { all: '' } } } },
    },
    schemas: {
      Email: personal,
      Colour: { type: 'string', enum: ['red'] },
      Size: { anyOf: [{ type: 'string', enum: ['small', 'large'] }, { type: 'string' }] },
      Data: { properties: { Secret: { 'x-sensitive': 'credential' } } },
      Thing: {
        properties: {
          name: { type: 'string' },
          email: { $ref: '#/components/schemas/Email' },
          marked: { $ref: '#/components/schemas/Colour', 'x-sensitive': 'personal' },
          data: { type: 'string', contentSchema: { $ref: '#/components/schemas/Data' } },
        },
      },
    },
  },
}
const operations = listOperations(document)
const [create, list] = operations

describe('facts of operations', () => {
  it('hold the servers by environment, and where tokens come from', () => {
    expect(servers(document)).toEqual({ production: 'https://api.example', sandbox: 'http://localhost:1' })
    expect(oauth(document)).toEqual({ tokenUrl: 'https://token.example', scope: 'all' })
    expect(oauth({})).toEqual({})
  })

  it('say who may call, and where each answer holds the new id', () => {
    expect(operationFacts(document, some(create))).toEqual({
      method: 'POST',
      path: '/things',
      roles: ['csp'],
      retry: 'unsafe',
      createdId: { 200: '', 201: '/thingId' },
    })
  })

  it('call an operation unsafe to repeat that does not say so', () => {
    const { operation: _, ...rest } = some(create)
    expect(operationFacts(document, { ...rest, operation: {} })).toMatchObject({ retry: 'unsafe', roles: [] })
  })

  it('say of a call whether it may be sent again', () => {
    expect(callFacts(document, some(list), operations)).toEqual({ safe: true })
    expect(callFacts(document, some(create), operations)).toEqual({ ids: ['', '/thingId'] })
  })
})

describe('facts of properties', () => {
  it('find what is sensitive, at the property and behind its reference, in text and in answers', () => {
    expect(byOperation(document, operations, isSensitive)).toEqual({
      createThing: { request: ['email', 'marked', 'data→Secret'], response: ['owner'] },
      listThings: { request: [], response: [] },
    })
  })

  it('find JSON in strings and the name of its schema', () => {
    expect(jsonStringSchemas(bodyProperties(document, some(create), isJsonString))).toEqual({ data: 'Data' })
  })

  it('list every property of a request', () => {
    expect(requestPaths(document, operations)).toEqual({
      'POST /things': ['name', 'email', 'marked', 'data', 'data→Secret'],
    })
  })

  it('list the values of closed and of open enumerations', () => {
    expect(knownValues(document)).toEqual({ Colour: ['red'], Size: ['small', 'large'] })
  })
})

describe('the facts of this contract', () => {
  it('call reads safe and creates unsafe, and settle every create', () => {
    const all = Object.values(facts.operations)
    expect(all.filter(({ method }) => method === 'GET').every(({ retry }) => retry === 'safe')).toBe(true)
    const creates = all.filter(({ method }) => method === 'POST')
    expect(creates.map(({ retry }) => retry)).toEqual(['unsafe', 'unsafe'])
    expect(Object.keys(reconciliations)).toEqual(creates.map(({ method, path }) => `${method} ${path}`))
  })

  it('know the personal data of both creates', () => {
    const request = [
      ...facts.sensitivePaths.createCustomer.request,
      ...facts.sensitivePaths.createReseller.request,
    ]
    expect(request).toEqual(
      expect.arrayContaining([
        'email',
        'phone',
        'zip',
        'zipCode',
        'taxId',
        'middleName',
        'providerCustomers.*.providerCustomerData→CredentialsEmail',
        'providerCustomers.*.microsoftCustomerAgreement.signatoryContact.email',
      ]),
    )
  })

  it('know all 249 countries', () => {
    expect(new Set(facts.knownValues.CountryCode).size).toBe(249)
  })
})

function some(operation: ContractOperation | undefined): ContractOperation {
  if (!operation) throw new Error('The contract of this test lacks an operation.')
  return operation
}
