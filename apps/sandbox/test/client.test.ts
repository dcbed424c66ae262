import {
  clientCredentials,
  createClient,
  createdId,
  MaybeAppliedError,
  pages,
  unwrap,
} from '@cloudcockpit/client'
import { fieldErrors } from '@cloudcockpit/client/field-errors'
import { requestExamples } from '@cloudcockpit/openapi/examples'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../src/index.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ database: 'memory:' })
}, 60_000)

afterEach(() => {
  sandbox.recover()
})

afterAll(async () => {
  await sandbox.close()
})

/** A client of the sandbox's first CSP, with tokens from its token endpoint. */
function client() {
  const { id: clientId, secret: clientSecret, tenant } = sandbox.credential('csp')
  const auth = clientCredentials({ clientId, clientSecret, tokenUrl: sandbox.tokenUrl, scope: sandbox.scope })
  return createClient({ baseUrl: sandbox.url, tenant, auth })
}

let number = 0
const customer = () => ({
  ...requestExamples.createCustomer.minimal,
  internalIdentifier: `CLIENT-${++number}`,
})

describe('the client against the sandbox', () => {
  test('creates, reads and finds', async () => {
    const cockpit = client()
    const body = customer()
    const customerId = await createdId(cockpit.POST('/v1/Customers', { body }))
    const read = await unwrap(cockpit.GET('/v1/Customers/{customerId}', { params: { path: { customerId } } }))
    expect(read).toMatchObject({ internalIdentifier: body.internalIdentifier, companyName: body.companyName })
    const found: unknown[] = []
    const query = { searchField: 'InternalIdentifier', searchValue: body.internalIdentifier } as const
    for await (const page of pages(cockpit, '/v1/Customers', { params: { query } }))
      found.push(...(page.items ?? []))
    expect(found).toEqual([read])
  })

  test('both creates give the id in one way', async () => {
    const body = { ...requestExamples.createReseller.minimal, internalIdentifier: `CLIENT-R-${++number}` }
    expect(await createdId(client().POST('/v1/Resellers', { body }))).toMatch(/^[\da-f-]{36}$/)
  })

  test('maps what is wrong to the properties of the body', async () => {
    const body = { ...customer(), zip: 'not a zip', phone: 'x' }
    const { error } = await client().POST('/v1/Customers', { body })
    const { fields } = fieldErrors(error, body)
    expect([error?.status, fields.zip?.length, fields.phone?.length]).toEqual([400, 1, 1])
  })

  test.each([
    ['commit-then-drop', { kind: 'commit-then-drop' }, 'found'],
    ['drop', { kind: 'drop' }, 'not-found'],
    ['503 after the commit', { kind: 'status', status: 503, commit: true }, 'found'],
    ['503 before it', { kind: 'status', status: 503 }, 'not-found'],
  ] as const)('settles a create after %s', async (_, fault, outcome) => {
    const cockpit = client()
    sandbox.fail(fault, { count: 1, operationId: 'createCustomer' })
    const call = unwrap(cockpit.POST('/v1/Customers', { body: customer() }))
    const error: unknown = await call.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(MaybeAppliedError)
    if (error instanceof MaybeAppliedError) expect(await error.reconcile()).toMatchObject({ outcome })
  })

  test('takes a new token when the signing key was changed', async () => {
    const cockpit = client()
    await unwrap(cockpit.GET('/v1/Customers'))
    await sandbox.rotateKeys()
    await unwrap(cockpit.GET('/v1/Customers'))
  })

  test('waits out a 429', async () => {
    sandbox.fail(
      { kind: 'status', status: 429, retryAfter: '1' },
      { count: 1, operationId: 'createCustomer' },
    )
    expect(await createdId(client().POST('/v1/Customers', { body: customer() }))).toMatch(/^[\da-f-]{36}$/)
  })
})
