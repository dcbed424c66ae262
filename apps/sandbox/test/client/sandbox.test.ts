import { clientCredentials, createClient, createdId } from '@cloudcockpit/client'
import { fieldErrors } from '@cloudcockpit/client/field-errors'
import { requestExamples } from '@cloudcockpit/openapi/examples'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../../src/index.ts'
import { behaviours } from './behaviours.ts'

describe('the client against the sandbox', () => {
  behaviours(() => startSandbox({ database: 'memory:' }))
})

describe('what only the sandbox knows', () => {
  let sandbox: Sandbox

  beforeAll(async () => {
    sandbox = await startSandbox({ database: 'memory:' })
  }, 60_000)

  afterAll(async () => {
    await sandbox.close()
  })

  function client() {
    const { id: clientId, secret: clientSecret, tenant } = sandbox.credential('csp')
    const { tokenUrl, scope, url: baseUrl } = sandbox
    return createClient({
      baseUrl,
      tenant,
      auth: clientCredentials({ clientId, clientSecret, tokenUrl, scope }),
    })
  }

  test('both creates give the id in one way', async () => {
    const customer = { ...requestExamples.createCustomer.minimal, internalIdentifier: 'CLIENT-C' }
    const reseller = { ...requestExamples.createReseller.minimal, internalIdentifier: 'CLIENT-R' }
    const ids = [
      await createdId(client().POST('/v1/Customers', { body: customer })),
      await createdId(client().POST('/v1/Resellers', { body: reseller })),
    ]
    for (const id of ids) expect(id).toMatch(/^[\da-f-]{36}$/)
  })

  test('what is wrong is mapped to the properties of the body, and its values are not shown', async () => {
    const body = { ...requestExamples.createCustomer.minimal, zip: 'CANARY-zip', phone: 'CANARY-phone' }
    const { error } = await client().POST('/v1/Customers', { body })
    const { fields, rest } = fieldErrors(error, body)
    expect([error?.status, fields.zip?.length, fields.phone?.length, rest]).toEqual([400, 1, 1, []])
    expect(`${error?.stack} ${JSON.stringify(error)}`).not.toContain('CANARY')
  })

  test('the answers to all that were those of the contract', () => {
    expect(sandbox.violations).toEqual([])
  })
})
