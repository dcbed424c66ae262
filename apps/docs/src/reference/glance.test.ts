import { expect, test } from 'vitest'
import { loadContract } from './contract.ts'
import { glanceOf } from './glance.ts'
import type { JsonObject } from './json.ts'
import { listOperations } from './operations/index.ts'

const operations = listOperations(loadContract())
const glance = (id: string) => {
  const operation = operations.find((candidate) => candidate.id === id)
  return operation && glanceOf(operation, operations)
}

test('says whether a request may be sent again, and what settles a lost answer', () => {
  expect(glance('listCustomers')).toMatchObject({ sendAgain: 'Safe: it only reads.', settledBy: undefined })
  expect(glance('createCustomer')).toMatchObject({
    sendAgain: 'Not safe: a second request may do it twice.',
    settledBy: { operation: { id: 'listCustomers' }, match: ['internalIdentifier'] },
  })
})

test('says that the sandbox does not do it, and nothing where it does', () => {
  const source: JsonObject = { operationId: 'new', 'x-sandbox': { implemented: false } }
  const [added] = listOperations({ openapi: '3.1.0', paths: { '/new': { post: source } } })
  expect(added && glanceOf(added, []).sandbox).toContain('501')
  expect(operations.map((operation) => glanceOf(operation, operations).sandbox)).toEqual(
    operations.map(({ marks }) => (marks.inSandbox ? undefined : expect.stringContaining('501'))),
  )
})

test('a webhook has no server, for it is sent to the reader', () => {
  const [hook] = listOperations({
    openapi: '3.1.0',
    servers: [{ url: 'https://a.example' }],
    webhooks: { ping: { post: {} } },
  })
  expect(hook && glanceOf(hook, []).servers).toEqual([])
})
