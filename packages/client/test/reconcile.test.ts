import { describe, expect, test } from 'vitest'
import { type Customer, MaybeAppliedError, UnexpectedContentError } from '../src/index.ts'
import { customer, newId, reseller } from './bodies.ts'
import { type Answer, clientFor, rejection, serve } from './server.ts'

/** A create whose answer is lost, and then the answers to the look. */
async function lost(...answers: Answer[]) {
  const { url, seen } = await serve([{ drop: true }, ...answers])
  const cockpit = clientFor(url, { maxAttempts: 1 })
  const error = await rejection(
    cockpit.POST('/v1/Customers', { body: customer, tenant: 'other.example', correlationId: 'an-id' }),
  )
  if (!(error instanceof MaybeAppliedError)) throw error
  return { error, seen }
}

describe('reconcile', () => {
  test('finds what was applied, by the read that the contract names', async () => {
    const { error, seen } = await lost({ body: { items: [{ ...customer, id: newId }], hasNextPage: false } })
    expect(error.message).toContain('await error.reconcile() (GET /v1/Customers)')
    expect(await error.reconcile()).toEqual({ outcome: 'found', id: newId, item: { ...customer, id: newId } })
    expect(seen[1]?.url).toBe(
      '/v1/Customers?searchField=InternalIdentifier&searchValue=ERP-100234&pageNumber=1',
    )
    expect(seen[1]?.headers).toMatchObject({ 'x-tenant': 'other.example', 'x-correlation-id': 'an-id' })
  })

  test('finds it on a later page, and takes no partial match for it', async () => {
    const near = { ...customer, id: 'x', internalIdentifier: 'ERP-1002345' }
    const { error } = await lost(
      { body: { items: [near], hasNextPage: true } },
      { body: { items: [near, { ...customer, id: newId }], hasNextPage: false } },
    )
    expect(await error.reconcile()).toMatchObject({ outcome: 'found', id: newId })
  })

  test.each([[{ items: [], hasNextPage: false }], [{ items: null }], [{}]])('not found: %j', async (body) => {
    const { error } = await lost({ body })
    expect(await error.reconcile()).toEqual({ outcome: 'not-found' })
  })

  test('unknown when several match', async () => {
    const { error } = await lost({ body: { items: [customer, customer] } })
    expect(await error.reconcile()).toMatchObject({
      outcome: 'unknown',
      reason: '2 have the same internalIdentifier',
    })
  })

  test('unknown when the look fails, and the look may be repeated', async () => {
    const { error } = await lost({ status: 403 }, { body: { items: [] } })
    expect(await error.reconcile()).toMatchObject({
      outcome: 'unknown',
      reason: expect.stringContaining('403'),
    })
    expect(await error.reconcile()).toEqual({ outcome: 'not-found' })
  })

  test('unknown when it is aborted', async () => {
    const { error } = await lost({ hang: 'head' })
    expect(await error.reconcile({ signal: AbortSignal.timeout(50) })).toMatchObject({ outcome: 'unknown' })
  })

  test.each([null, undefined])('unknown when internalIdentifier is %s', async (internalIdentifier) => {
    const { url, seen } = await serve(() => ({ status: 500 }))
    const body = { ...customer, internalIdentifier }
    const { error } = await clientFor(url).POST('/v1/Customers', { body: body as Customer })
    expect(await error?.reconcile?.()).toEqual({
      outcome: 'unknown',
      reason: 'the body had no internalIdentifier to look for',
    })
    expect(seen.length).toBe(1)
  })

  test('works for resellers, after a 5xx and after unexpected content', async () => {
    const { url, seen } = await serve([
      { status: 504, text: 'gateway' },
      { body: { items: [{ ...reseller, id: newId }] } },
      { status: 200, text: '<html>' },
      { body: { items: [] } },
    ])
    const cockpit = clientFor(url)
    const first = await cockpit.POST('/v1/Resellers', { body: reseller })
    expect(first.error).toMatchObject({ name: 'MaybeAppliedError', reason: 'status', status: 504 })
    expect(await first.error?.reconcile?.()).toMatchObject({ outcome: 'found', id: newId })
    expect(seen[1]?.url).toContain('/v1/Resellers?searchField=InternalIdentifier&searchValue=ERP-R-0042')
    const second = await cockpit.POST('/v1/Resellers', { body: reseller })
    expect(second.error).toBeInstanceOf(UnexpectedContentError)
    expect(await second.error?.reconcile?.()).toEqual({ outcome: 'not-found' })
  })

  test('a reseller is part of the look when the customer has one', async () => {
    const { url, seen } = await serve([{ status: 500 }, { body: { items: [] } }])
    const { error } = await clientFor(url).POST('/v1/Customers', { body: { ...customer, resellerId: newId } })
    await error?.reconcile?.()
    expect(seen[1]?.url).toContain(`resellerId=${newId}`)
  })

  test('uses the body as it was sent', async () => {
    const { url, seen } = await serve([{ status: 500 }, { body: { items: [] } }])
    const body = { ...customer }
    const { error } = await clientFor(url).POST('/v1/Customers', { body })
    body.internalIdentifier = 'changed'
    await error?.reconcile?.()
    expect(seen[1]?.url).toContain('ERP-100234')
  })
})
