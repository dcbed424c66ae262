import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiError, clientCredentials, NotSentError, TokenError, unwrap } from '../src/index.ts'
import { customer, newId } from './bodies.ts'
import { type Answer, clientFor, rejection, serve } from './server.ts'

const page = { items: [], hasNextPage: false }
const tokenOf = (value: string, more: object = {}): Answer => ({
  body: { token_type: 'Bearer', expires_in: 3599, access_token: value, ...more },
})

const sources = (url: string, more: object = {}) =>
  clientCredentials({
    clientId: 'an-id',
    clientSecret: 'a secret&+',
    tokenUrl: `${url}/token`,
    scope: 'a-scope',
    ...more,
  })

afterEach(() => {
  vi.useRealTimers()
})

describe('clientCredentials', () => {
  test('asks as OAuth 2 says, once for all callers', async () => {
    const login = await serve(() => ({ ...tokenOf('t1'), delayMs: 50 }))
    const api = await serve(() => ({ body: page }))
    const cockpit = clientFor(api.url, { auth: sources(login.url) })
    await Promise.all(Array.from({ length: 100 }, () => unwrap(cockpit.GET('/v1/Customers'))))
    await unwrap(cockpit.GET('/v1/Customers'))
    expect(login.seen.length).toBe(1)
    expect(login.seen[0]).toMatchObject({ method: 'POST', url: '/token' })
    expect(login.seen[0]?.headers['content-type']).toContain('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(login.seen[0]?.body))).toEqual({
      client_id: 'an-id',
      client_secret: 'a secret&+',
      scope: 'a-scope',
      grant_type: 'client_credentials',
    })
    expect(new Set(api.seen.map(({ headers }) => headers['authorization']))).toEqual(new Set(['Bearer t1']))
  })

  test('a burst of 100 refused calls costs exactly one more token call', async () => {
    let number = 0
    const login = await serve(() => ({ ...tokenOf(`t${++number}`), delayMs: 20 }))
    const api = await serve(({ headers }) =>
      headers['authorization'] === 'Bearer t1'
        ? { status: 401, delayMs: Math.random() * 60 }
        : { status: 201, body: newId },
    )
    const cockpit = clientFor(api.url, { auth: sources(login.url) })
    const ids = await Promise.all(
      Array.from({ length: 100 }, () => unwrap(cockpit.POST('/v1/Customers', { body: customer }))),
    )
    expect(new Set(ids)).toEqual(new Set([newId]))
    expect(login.seen.length).toBe(2)
  })

  test('a token that is refused again is not asked for a third time', async () => {
    const login = await serve(() => tokenOf('always-the-same'))
    const api = await serve(() => ({ status: 401 }))
    const { error } = await clientFor(api.url, { auth: sources(login.url) }).GET('/v1/Customers')
    expect(error).toBeInstanceOf(ApiError)
    expect([error?.status, api.seen.length]).toEqual([401, 2])
  })

  test.each([
    [3600, 3540, 3240],
    ['3600', 3540, 3240],
    [60, 59, 54],
  ])(
    'a token for %s seconds serves %i seconds, and is renewed behind the scenes after %i',
    async (life, stale, renew) => {
      let number = 0
      const login = await serve(() => tokenOf(`t${++number}`, { expires_in: life }))
      vi.useFakeTimers({ toFake: ['Date'] })
      const auth = sources(login.url)
      expect(await auth({})).toBe('t1')
      vi.advanceTimersByTime((renew - 1) * 1000)
      expect([await auth({}), login.seen.length]).toEqual(['t1', 1])
      vi.advanceTimersByTime(2000)
      expect(await auth({})).toBe('t1')
      await vi.waitFor(() => expect(login.seen.length).toBe(2))
      await vi.waitFor(async () => expect(await auth({})).toBe('t2'))
      vi.advanceTimersByTime((stale + 1) * 1000)
      expect(await auth({})).toBe('t3')
    },
  )

  test('a background renewal that fails leaves the valid token in use, and is not repeated at once', async () => {
    const login = await serve((_, number) =>
      number === 1 ? tokenOf('t1') : { status: 500, headers: { 'Retry-After': '60' } },
    )
    vi.useFakeTimers({ toFake: ['Date'] })
    const auth = sources(login.url)
    await auth({})
    vi.advanceTimersByTime(3400_000)
    for (let call = 0; call < 20; call++) expect(await auth({})).toBe('t1')
    await vi.waitFor(() => expect(login.seen.length).toBe(2))
    for (let call = 0; call < 20; call++) expect(await auth({})).toBe('t1')
    expect(login.seen.length).toBe(2)
  })

  const refusals: [string, Answer, RegExp][] = [
    [
      'an OAuth error',
      {
        status: 401,
        body: { error: 'invalid_client', error_description: 'AADSTS7000215: no', trace_id: 'x-trace' },
      },
      /401 invalid_client AADSTS7000215: no$/,
    ],
    ['another token_type', tokenOf('t', { token_type: 'mac' }), /with a wrong access_token/],
    ['no access_token', { body: { token_type: 'Bearer', expires_in: 5 } }, /with a wrong access_token/],
    ['a token with a line break', tokenOf('t\r\nX: 1'), /with a wrong access_token/],
    ['expires_in 0', tokenOf('t', { expires_in: 0 }), /expires_in$/],
    ['expires_in -1', tokenOf('t', { expires_in: -1 }), /expires_in$/],
    ['expires_in soon', tokenOf('t', { expires_in: 'soon' }), /expires_in$/],
    ['expires_in null', tokenOf('t', { expires_in: null }), /expires_in$/],
    [
      'HTML',
      { text: '<html>sign in', headers: { 'Content-Type': 'text/html' } },
      /with a wrong access_token/,
    ],
    ['an array', { body: [] }, /with a wrong access_token/],
    ['a redirect', { status: 307, headers: { Location: 'https://elsewhere.example' } }, /307/],
    ['a body of 1 MB', { body: 'x'.repeat(1_000_000) }, /with a wrong access_token/],
  ]
  test.each(refusals)('%s is a TokenError, and nothing is sent', async (_, answer, message) => {
    const login = await serve(() => answer)
    const api = await serve([])
    const error = await rejection(
      clientFor(api.url, { auth: sources(login.url) }).POST('/v1/Customers', { body: customer }),
    )
    expect(error).toBeInstanceOf(TokenError)
    expect(error).toMatchObject({
      method: 'POST',
      path: '/v1/Customers',
      message: expect.stringMatching(message),
    })
    expect([login.seen.length, api.seen.length]).toEqual([1, 0])
  })

  test('a failed token call that may pass is made again, after its Retry-After, once for all callers', async () => {
    const login = await serve((_, number) =>
      number === 1 ? { status: 503, headers: { 'Retry-After': '1' } } : tokenOf('t'),
    )
    const api = await serve(() => ({ status: 201, body: newId }))
    const cockpit = clientFor(api.url, { auth: sources(login.url) })
    const began = performance.now()
    await Promise.all(
      Array.from({ length: 20 }, () => unwrap(cockpit.POST('/v1/Customers', { body: customer }))),
    )
    expect(performance.now() - began).toBeGreaterThan(950)
    expect(login.seen.length).toBe(2)
  })

  test('while a failure stands, callers hear of it without another token call', async () => {
    const login = await serve(() => ({
      status: 400,
      body: { error: 'invalid_scope' },
      headers: { 'Retry-After': '60' },
    }))
    vi.spyOn(Math, 'random').mockReturnValue(0.99)
    const auth = sources(login.url)
    for (let call = 0; call < 10; call++)
      expect(String(await rejection(Promise.resolve(auth({}))))).toContain('invalid_scope')
    expect(login.seen.length).toBe(1)
    vi.restoreAllMocks()
  })

  test('the secret is in no error, even when the token endpoint echoes it', async () => {
    const login = await serve(({ body }) => ({
      status: 400,
      body: { error: 'invalid_request', error_description: `You sent ${body} and a secret&+` },
    }))
    const error = await rejection(
      clientFor('http://127.0.0.1:1', { auth: sources(login.url) }).GET('/v1/Customers'),
    )
    expect(`${(error as Error).stack}${JSON.stringify(error)}`).not.toMatch(/a.secret(&|%)/)
  })

  test.each([
    'http://login.example/token',
    'https://me:pw@login.example/token',
    'ftp://localhost/token',
    'http://127.0.0.1.evil.example/t',
  ])('the address %s is refused', (tokenUrl) => {
    expect(() => clientCredentials({ clientId: 'c', clientSecret: 's', tokenUrl })).toThrow(TypeError)
  })

  test.each(['http://localhost:1/t', 'http://[::1]:1/t', 'http://127.0.0.2:1/t', 'https://login.example/t'])(
    'the address %s is taken',
    (tokenUrl) => {
      expect(clientCredentials({ clientId: 'c', clientSecret: 's', tokenUrl })).toBeTypeOf('function')
    },
  )

  test('an abort of the only caller ends the token call; with others waiting it goes on', async () => {
    const login = await serve(() => ({ ...tokenOf('t'), delayMs: 200 }))
    const auth = sources(login.url)
    const controller = new AbortController()
    const [first, second] = [rejection(Promise.resolve(auth({ signal: controller.signal }))), auth({})]
    controller.abort()
    expect(await first).toMatchObject({ name: 'AbortError' })
    expect(await second).toBe('t')
    expect(login.seen.length).toBe(1)
  })
})

describe('other sources', () => {
  test('a function is asked once more after a 401, with the refused token', async () => {
    const api = await serve(({ headers }) =>
      headers['authorization'] === 'Bearer old' ? { status: 401 } : { body: page },
    )
    const asked: (string | undefined)[] = []
    const auth = async ({ refused }: { refused?: string | undefined }) => {
      asked.push(refused)
      return refused ? 'new' : 'old'
    }
    await unwrap(clientFor(api.url, { auth, maxAttempts: 1 }).GET('/v1/Customers'))
    expect(asked).toEqual([undefined, 'old'])
  })

  test('a string is used as it is, and a 401 is final', async () => {
    const api = await serve(() => ({ status: 401 }))
    const { error } = await clientFor(api.url, { auth: 'mine' }).GET('/v1/Customers')
    expect([error?.status, api.seen.length, api.seen[0]?.headers['authorization']]).toEqual([
      401,
      1,
      'Bearer mine',
    ])
  })

  test('a function that throws is a TokenError', async () => {
    const auth = () => {
      throw new Error('the vault is sealed')
    }
    const error = await rejection(clientFor('http://127.0.0.1:1', { auth }).GET('/v1/Customers'))
    expect(error).toBeInstanceOf(TokenError)
    expect(error).not.toBeInstanceOf(NotSentError)
    expect(error).toMatchObject({ message: 'GET /v1/Customers: no token: the vault is sealed' })
  })
})
