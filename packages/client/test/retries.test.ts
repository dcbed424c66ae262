import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import {
  ApiError,
  type CockpitEvent,
  InterruptedError,
  MaybeAppliedError,
  NotSentError,
  unwrap,
} from '../src/index.ts'
import { customer, newId } from './bodies.ts'
import { type Answer, clientFor, rejection, serve } from './server.ts'

const page = { items: [], hasNextPage: false }
const soon = { 'Retry-After': '0' }

describe('what is sent again', () => {
  const cases: [string, Answer, { read: boolean; create: boolean }][] = [
    ['429 with Retry-After', { status: 429, headers: soon }, { read: true, create: true }],
    ['429 without Retry-After', { status: 429 }, { read: true, create: false }],
    ['408', { status: 408 }, { read: true, create: false }],
    ['500', { status: 500 }, { read: true, create: false }],
    ['502', { status: 502 }, { read: true, create: false }],
    ['503 with Retry-After', { status: 503, headers: soon }, { read: true, create: false }],
    ['a broken connection', { drop: true }, { read: true, create: false }],
    ['half an answer', { status: 201, body: newId, cut: true }, { read: true, create: false }],
    ['no answer in time', { hang: 'head' }, { read: true, create: false }],
    ['half an answer in time', { body: page, hang: 'body' }, { read: true, create: false }],
    ['400', { status: 400 }, { read: false, create: false }],
    ['403', { status: 403 }, { read: false, create: false }],
    ['404', { status: 404 }, { read: false, create: false }],
    ['307', { status: 307, headers: { Location: '/elsewhere' } }, { read: false, create: false }],
  ]
  for (const [name, first, { read, create }] of cases) {
    test(`a read after ${name}: ${read ? 'yes' : 'no'}`, async () => {
      const { url, seen } = await serve([first, { body: page }])
      const result = await clientFor(url, { timeoutMs: 300 })
        .GET('/v1/Customers')
        .catch((error: unknown) => ({ error }))
      expect(seen.length).toBe(read ? 2 : 1)
      expect(result.error === undefined).toBe(read)
    })
    test(`a create after ${name}: ${create ? 'yes' : 'no'}`, async () => {
      const { url, seen } = await serve([first, { status: 201, body: newId }])
      const call = clientFor(url, { timeoutMs: 300 }).POST('/v1/Customers', { body: customer })
      const result = await call.catch((error: unknown) => ({ error }))
      expect(seen.length).toBe(create ? 2 : 1)
      expect(result.error === undefined).toBe(create)
    })
  }

  test('a create that no server took is sent when one listens, with whole bytes', async () => {
    const probe = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => probe.once('listening', resolve))
    const { port } = probe.address() as AddressInfo
    await new Promise((resolve) => probe.close(resolve))
    const { url, seen } = await serve([{ status: 201, body: newId }])
    let attempts = 0
    const flaky: typeof fetch = (input, init) =>
      fetch(attempts++ === 0 ? `http://127.0.0.1:${port}/` : input, init)
    const cockpit = clientFor(url, { fetch: flaky })
    expect(await unwrap(cockpit.POST('/v1/Customers', { body: customer }))).toBe(newId)
    expect(seen.map(({ body }) => JSON.parse(body))).toEqual([customer])
  })

  test('refused connections end as NotSentError with every attempt in it', async () => {
    const { url, close } = await serve([])
    await close()
    const error = await rejection(
      clientFor(url, { maxAttempts: 2 }).POST('/v1/Customers', { body: customer }),
    )
    expect(error).toBeInstanceOf(NotSentError)
    expect(error).toMatchObject({ attempts: [{ result: 'ECONNREFUSED' }, { result: 'ECONNREFUSED' }] })
    expect(error).toMatchObject({ cause: { cause: { code: 'ECONNREFUSED' } } })
  })

  test('an unknown host ends as NotSentError', async () => {
    const cockpit = clientFor('https://no-such-host.invalid', { maxAttempts: 1 })
    expect(await rejection(cockpit.POST('/v1/Customers', { body: customer }))).toBeInstanceOf(NotSentError)
  })
})

describe('how it is sent again', () => {
  test('with the same correlation id and the same bytes', async () => {
    const { url, seen } = await serve([
      { status: 429, headers: soon },
      { status: 429, headers: soon },
      { status: 201, body: newId },
    ])
    await unwrap(clientFor(url).POST('/v1/Customers', { body: customer }))
    expect(new Set(seen.map(({ headers }) => headers['x-correlation-id'])).size).toBe(1)
    expect(new Set(seen.map(({ body }) => body))).toEqual(new Set([JSON.stringify(customer)]))
  })

  test('the body is serialised once', async () => {
    let times = 0
    const body = { ...customer, toJSON: () => (times++, customer) }
    const { url } = await serve([
      { status: 429, headers: soon },
      { status: 201, body: newId },
    ])
    await unwrap(clientFor(url).POST('/v1/Customers', { body }))
    expect(times).toBe(1)
  })

  test('not more often than maxAttempts', async () => {
    const { url, seen } = await serve(() => ({ status: 503, headers: soon }))
    const { error } = await clientFor(url, { maxAttempts: 3 }).GET('/v1/Customers')
    expect(seen.length).toBe(3)
    expect(error?.attempts.map(({ result }) => result)).toEqual(['503', '503', '503'])
  })

  test.each([
    ['seconds', () => '1'],
    ['an HTTP date', () => new Date(Date.now() + 2000).toUTCString()],
  ])('after Retry-After in %s', async (_, value) => {
    const { url } = await serve([
      { status: 429, headers: { 'Retry-After': value() } },
      { status: 201, body: newId },
    ])
    const began = performance.now()
    await unwrap(clientFor(url).POST('/v1/Customers', { body: customer }))
    expect(performance.now() - began).toBeGreaterThan(900)
  })

  test('never after a Retry-After longer than a minute, or than the deadline', async () => {
    const { url, seen } = await serve(() => ({ status: 429, headers: { 'Retry-After': '3600' } }))
    const { error } = await clientFor(url).POST('/v1/Customers', { body: customer })
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ retryAfterMs: 3_600_000 })
    const other = await serve(() => ({ status: 429, headers: { 'Retry-After': '5' } }))
    await clientFor(other.url, { deadlineMs: 1000 }).POST('/v1/Customers', { body: customer })
    expect([seen.length, other.seen.length]).toEqual([1, 1])
  })

  test('a nonsensical Retry-After is none', async () => {
    const { url, seen } = await serve(() => ({ status: 429, headers: { 'Retry-After': 'soon' } }))
    await clientFor(url).POST('/v1/Customers', { body: customer })
    expect(seen.length).toBe(1)
  })

  test('events tell of every step, and a hook that throws harms nothing', async () => {
    const { url } = await serve([{ status: 503, headers: soon }, { status: 404 }])
    const events: CockpitEvent[] = []
    const cockpit = clientFor(url, {
      onEvent: async (event) => {
        events.push(event)
        throw new Error('a broken hook')
      },
    })
    await cockpit.GET('/v1/Customers/{customerId}', { params: { path: { customerId: newId } } })
    expect(events.map(({ type, attempt, result }) => [type, attempt, result])).toEqual([
      ['request', 1, undefined],
      ['response', 1, '503'],
      ['retry', 1, '503'],
      ['request', 2, undefined],
      ['response', 2, '404'],
      ['failure', 2, undefined],
    ])
    expect(events.every(({ durationMs }) => durationMs >= 0)).toBe(true)
    expect(events.at(-1)?.error).toBeInstanceOf(ApiError)
  })
})

test('faulted creates leave no duplicate, and the client knows of each what it may know', async () => {
  const made = new Map<string, number>()
  const faults = [
    'none',
    'drop before',
    'drop after',
    'cut',
    '500 after',
    '503 before',
    '429',
    'refuse token',
  ] as const
  const { url } = await serve(({ body, headers }, number) => {
    const fault = faults[number % faults.length]
    const apply = () => {
      const { internalIdentifier } = JSON.parse(body)
      made.set(internalIdentifier, (made.get(internalIdentifier) ?? 0) + 1)
    }
    if (fault === 'drop before') return { drop: true }
    if (fault === '503 before') return { status: 503, headers: soon }
    if (fault === '429') return { status: 429, headers: soon }
    if (fault === 'refuse token' && headers['authorization'] === 'Bearer old') return { status: 401 }
    apply()
    if (fault === 'drop after') return { drop: true }
    if (fault === '500 after') return { status: 500 }
    return { status: 201, body: newId, cut: fault === 'cut' }
  })
  const cockpit = clientFor(url, { auth: ({ refused }) => (refused ? 'new' : 'old') })
  const outcomes: { internalIdentifier: string; error: unknown }[] = []
  const create = async (internalIdentifier: string) => {
    const call = unwrap(cockpit.POST('/v1/Customers', { body: { ...customer, internalIdentifier } }))
    const error = await call.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    outcomes.push({ internalIdentifier, error })
  }
  for (let batch = 0; batch < 10; batch++)
    await Promise.all(Array.from({ length: 50 }, (_, index) => create(`ERP-${batch}-${index}`)))
  expect(outcomes.length).toBe(500)
  for (const { internalIdentifier, error } of outcomes) {
    const times = made.get(internalIdentifier) ?? 0
    expect(times).toBeLessThanOrEqual(1)
    if (error === undefined) expect(times).toBe(1)
    else if (!(error instanceof MaybeAppliedError)) expect(times).toBe(0)
  }
  expect(outcomes.filter(({ error }) => error === undefined).length).toBeGreaterThan(50)
  expect(outcomes.filter(({ error }) => error instanceof MaybeAppliedError).length).toBeGreaterThan(100)
  expect(outcomes.some(({ error }) => error instanceof InterruptedError)).toBe(false)
}, 30_000)
