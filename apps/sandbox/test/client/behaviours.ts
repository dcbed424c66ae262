import {
  ApiError,
  clientCredentials,
  type ClientOptions,
  CockpitError,
  createClient,
  createdId,
  MaybeAppliedError,
  pages,
  TokenError,
  UnexpectedContentError,
  unwrap,
} from '@cloudcockpit/client'
import { requestExamples } from '@cloudcockpit/openapi/examples'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { OperationFault, Sandbox } from '../../src/index.ts'

/** What the client needs of a server to be tested against it. */
export interface Server extends Pick<Sandbox, 'url' | 'tokenUrl' | 'scope' | 'fail' | 'recover' | 'close'> {
  credential(role: 'csp'): { readonly id: string; readonly secret: string; readonly tenant: string }
  rotateKeys(): Promise<unknown>
}

let number = 0
const customer = () => ({
  ...requestExamples.createCustomer.minimal,
  internalIdentifier: `CLIENT-${++number}`,
})

/** What a promise rejects with. */
const rejection = (promise: PromiseLike<unknown>): PromiseLike<unknown> =>
  promise.then(
    (value) => new Error(`resolved with ${JSON.stringify(value)}`),
    (error: unknown) => error,
  )

const onCreate = { operationId: 'createCustomer' }

/**
 * What the client does, whatever it talks to: one suite for every server that can be told to misbehave.
 * @param start starts such a server
 */
export function behaviours(start: () => Promise<Server>): void {
  let server: Server

  beforeAll(async () => {
    server = await start()
  }, 60_000)

  afterEach(() => {
    server.recover()
  })

  afterAll(async () => {
    await server.close()
  })

  /** A client with tokens of its own, and what it has sent. */
  function client(options: Partial<ClientOptions> = {}) {
    const { id: clientId, secret: clientSecret, tenant } = server.credential('csp')
    const { tokenUrl, scope, url: baseUrl } = server
    const sent = { tokens: 0, calls: [] as { body: string; correlationId: string | null }[] }
    const askToken: typeof fetch = (...args) => {
      sent.tokens++
      return fetch(...args)
    }
    const call: typeof fetch = (input, init) => {
      const correlationId = new Headers(init?.headers).get('X-Correlation-Id')
      sent.calls.push({ body: String(init?.body), correlationId })
      return fetch(input, init)
    }
    const auth = clientCredentials({ clientId, clientSecret, tokenUrl, scope, fetch: askToken })
    return { cockpit: createClient({ baseUrl, tenant, auth, fetch: call, ...options }), sent }
  }

  /** How many customers the server holds under a key. */
  async function countOf(searchValue: string): Promise<number> {
    const query = { searchField: 'InternalIdentifier', searchValue } as const
    const page = await unwrap(client().cockpit.GET('/v1/Customers', { params: { query } }))
    return page.items?.length ?? 0
  }

  test('creates, reads and finds', async () => {
    const { cockpit } = client()
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

  describe('a failure is never a success', () => {
    const statuses = [400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 502, 503, 504]
    for (const status of statuses)
      test.each(['envelope', 'empty', 'html'] as const)(`${status} with body: %s`, async (kind) => {
        const { cockpit } = client({ maxAttempts: 1 })
        // A 401 is answered by one new token.
        const count = status === 401 ? 4 : 2
        server.fail({ kind: 'status', status, body: kind }, { count })
        const correlationId = crypto.randomUUID()
        const read = await cockpit.GET('/v1/Customers', { correlationId })
        const create = await cockpit.POST('/v1/Customers', { body: customer(), correlationId })
        for (const { data, error, response } of [read, create]) {
          expect(data).toBeUndefined()
          expect([error?.status, response.status, error?.correlationId]).toEqual([
            status,
            status,
            correlationId,
          ])
        }
        expect(read.error).toBeInstanceOf(ApiError)
        expect(create.error).toBeInstanceOf(status >= 500 ? MaybeAppliedError : ApiError)
      })

    test.each(['html', 'wrong-type'] as const)('a create answered with %s', async (kind) => {
      const body = customer()
      server.fail({ kind }, onCreate)
      const { error } = await client().cockpit.POST('/v1/Customers', { body })
      expect(error).toBeInstanceOf(UnexpectedContentError)
      expect(await error?.reconcile?.()).toMatchObject({ outcome: 'found' })
    })
  })

  describe('what is sent again', () => {
    const cases: [string, OperationFault, { read?: boolean; create: boolean; stored: number }][] = [
      [
        '429 with Retry-After',
        { kind: 'status', status: 429, retryAfter: '0' },
        { read: true, create: true, stored: 1 },
      ],
      ['429 without it', { kind: 'status', status: 429 }, { read: true, create: false, stored: 0 }],
      ['408', { kind: 'status', status: 408 }, { read: true, create: false, stored: 0 }],
      ['500', { kind: 'status', status: 500 }, { read: true, create: false, stored: 0 }],
      [
        '503 with Retry-After',
        { kind: 'status', status: 503, retryAfter: '0' },
        { read: true, create: false, stored: 0 },
      ],
      [
        '502 after the commit',
        { kind: 'status', status: 502, body: 'html', commit: true },
        { read: true, create: false, stored: 1 },
      ],
      ['a broken connection', { kind: 'drop' }, { read: true, create: false, stored: 0 }],
      ['a lost answer', { kind: 'commit-then-drop' }, { create: false, stored: 1 }],
      ['half an answer', { kind: 'truncate' }, { read: true, create: false, stored: 1 }],
      ['no answer in time', { kind: 'delay', ms: 1500 }, { read: true, create: false, stored: 1 }],
      ['half an answer in time', { kind: 'slow-body', ms: 1500 }, { read: true, create: false, stored: 1 }],
      ['400', { kind: 'status', status: 400 }, { read: false, create: false, stored: 0 }],
      ['404', { kind: 'status', status: 404 }, { read: false, create: false, stored: 0 }],
    ]
    test.each(cases)('%s', async (_, fault, { read, create, stored }) => {
      if (read !== undefined) {
        const reader = client({ timeoutMs: 500 })
        server.fail(fault, { operationId: 'listCustomers' })
        const page = await reader.cockpit.GET('/v1/Customers').catch((error: unknown) => ({ error }))
        expect([page.error === undefined, reader.sent.calls.length]).toEqual([read, read ? 2 : 1])
      }
      const creator = client({ timeoutMs: 500 })
      const body = customer()
      server.fail(fault, onCreate)
      const made = await creator.cockpit
        .POST('/v1/Customers', { body })
        .catch((error: unknown) => ({ error }))
      expect([made.error === undefined, creator.sent.calls.length]).toEqual([create, create ? 2 : 1])
      const isLate = fault.kind === 'delay' || fault.kind === 'slow-body'
      if (isLate) await new Promise((resolve) => setTimeout(resolve, 1200))
      expect(await countOf(body.internalIdentifier)).toBe(stored)
    })

    test('with the same bytes and the same correlation id', async () => {
      const { cockpit, sent } = client()
      server.fail({ kind: 'status', status: 429, retryAfter: '0' }, { ...onCreate, count: 2 })
      await unwrap(cockpit.POST('/v1/Customers', { body: customer() }))
      expect(sent.calls.length).toBe(3)
      expect(new Set(sent.calls.map(({ body }) => body)).size).toBe(1)
      expect(new Set(sent.calls.map(({ correlationId }) => correlationId)).size).toBe(1)
    })

    test.each([
      ['seconds', () => '1'],
      ['an HTTP date', () => new Date(Date.now() + 2000).toUTCString()],
    ])('not before a Retry-After in %s', async (_, retryAfter) => {
      const { cockpit } = client()
      server.fail({ kind: 'status', status: 429, retryAfter: retryAfter() }, onCreate)
      const began = performance.now()
      await unwrap(cockpit.POST('/v1/Customers', { body: customer() }))
      expect(performance.now() - began).toBeGreaterThan(900)
    })
  })

  test.each([
    ['commit-then-drop', { kind: 'commit-then-drop' }, 'found'],
    ['drop', { kind: 'drop' }, 'not-found'],
    ['truncate', { kind: 'truncate' }, 'found'],
    ['503 after the commit', { kind: 'status', status: 503, commit: true }, 'found'],
    ['503 before it', { kind: 'status', status: 503 }, 'not-found'],
  ] as const)('settles a create after %s', async (_, fault, outcome) => {
    server.fail(fault, onCreate)
    const error = await rejection(unwrap(client().cockpit.POST('/v1/Customers', { body: customer() })))
    expect(error).toBeInstanceOf(MaybeAppliedError)
    if (error instanceof MaybeAppliedError) expect(await error.reconcile()).toMatchObject({ outcome })
  })

  test('faulted creates leave no duplicate, and the client knows of each what it may know', async () => {
    const faults: readonly OperationFault[] = [
      { kind: 'drop' },
      { kind: 'commit-then-drop' },
      { kind: 'truncate' },
      { kind: 'html' },
      { kind: 'status', status: 503, retryAfter: '0' },
      { kind: 'status', status: 502, commit: true },
      { kind: 'status', status: 429, retryAfter: '0' },
      { kind: 'delay', ms: 0 },
    ]
    const { cockpit } = client()
    for (let round = 0; round < 5; round++)
      for (const fault of faults) {
        const body = customer()
        server.fail(fault, onCreate)
        const error = await cockpit.POST('/v1/Customers', { body }).then(
          (result) => result.error,
          (reason: unknown) => reason,
        )
        const count = await countOf(body.internalIdentifier)
        expect(count).toBeLessThanOrEqual(1)
        const mayBe = error instanceof CockpitError && error.reconcile !== undefined
        if (!mayBe) expect(count).toBe(error === undefined ? 1 : 0)
        else expect(await error.reconcile()).toMatchObject({ outcome: count === 1 ? 'found' : 'not-found' })
      }
  })

  describe('tokens', () => {
    test('one token call serves 100 callers, and one more when the key has changed', async () => {
      const { cockpit, sent } = client()
      const burst = () => Promise.all(Array.from({ length: 100 }, () => unwrap(cockpit.GET('/v1/Customers'))))
      await burst()
      expect(sent.tokens).toBe(1)
      await server.rotateKeys()
      await burst()
      expect(sent.tokens).toBe(2)
    })

    test('a refused API Access is a TokenError, and nothing is sent', async () => {
      const { cockpit, sent } = client()
      server.fail({ kind: 'token-refuse' })
      const error = await rejection(cockpit.POST('/v1/Customers', { body: customer() }))
      expect(error).toBeInstanceOf(TokenError)
      expect([sent.tokens, sent.calls.length]).toEqual([1, 0])
      expect(JSON.stringify(error)).not.toContain(server.credential('csp').secret)
    })

    test('a token endpoint that is busy is asked again when it says', async () => {
      const { cockpit, sent } = client()
      server.fail({ kind: 'token-429', retryAfter: '1' })
      const began = performance.now()
      await unwrap(cockpit.POST('/v1/Customers', { body: customer() }))
      expect(performance.now() - began).toBeGreaterThan(900)
      expect([sent.tokens, sent.calls.length]).toEqual([2, 1])
    })

    test('a token that lives for a second is not used after it', async () => {
      const { cockpit, sent } = client()
      server.fail({ kind: 'token-short', seconds: 1 })
      await unwrap(cockpit.GET('/v1/Customers'))
      await new Promise((resolve) => setTimeout(resolve, 1200))
      await unwrap(cockpit.GET('/v1/Customers'))
      expect(sent.tokens).toBe(2)
    })
  })

  describe('an abort is heard within 50 ms', () => {
    const phases: [string, OperationFault][] = [
      ['the headers', { kind: 'delay', ms: 600 }],
      ['the body', { kind: 'slow-body', ms: 1200 }],
      ['the wait before the next attempt', { kind: 'status', status: 429, retryAfter: '30' }],
    ]
    test.each(phases)('during %s', async (_, fault) => {
      const { cockpit } = client()
      await unwrap(cockpit.GET('/v1/Customers'))
      server.fail(fault, onCreate)
      const controller = new AbortController()
      const { signal } = controller
      const call = rejection(cockpit.POST('/v1/Customers', { body: customer(), signal }))
      await new Promise((resolve) => setTimeout(resolve, 300))
      // Against a timer of this process: on a busy machine both come late.
      const late = new Promise((resolve) => setTimeout(resolve, 50))
      controller.abort()
      const error = await Promise.race([call, late])
      expect(error).toMatchObject({ reason: 'abort' })
    })
  })

  test('an answer larger than the limit is refused', async () => {
    const { cockpit } = client({ maxResponseBytes: 10 })
    const { error } = await cockpit.GET('/v1/Customers')
    expect(error).toBeInstanceOf(UnexpectedContentError)
  })

  test('events tell of every step', async () => {
    const steps: string[] = []
    const { cockpit } = client({ onEvent: ({ type, attempt }) => steps.push(`${type} ${attempt}`) })
    server.fail({ kind: 'status', status: 503, retryAfter: '0' }, { operationId: 'listCustomers' })
    await unwrap(cockpit.GET('/v1/Customers'))
    expect(steps).toEqual(['request 1', 'response 1', 'retry 1', 'request 2', 'response 2'])
  })
}
