import { inspect } from 'node:util'
import pino from 'pino'
import { describe, expect, test } from 'vitest'
import {
  type CockpitEvent,
  clientCredentials,
  jsonString,
  logTo,
  NotSentError,
  UnexpectedContentError,
} from '../src/index.ts'
import { customer, instance } from './bodies.ts'
import { type Answer, clientFor, rejection, serve } from './server.ts'

/** Values that must turn up nowhere. Some need escaping in JSON, URLs and HTML; some look alike. */
const canaries = {
  taxId: 'CANARY-tax-501964843',
  addressLine1: 'Canary "Street" 110 / 4.º',
  zip: 'CANARY-1250',
  firstName: "Canary O'Ana",
  lastName: 'Canary-Müller+Söhne <x>',
  email: 'canary+ana@fabrikam.example',
  phone: '+351 921 231 231',
}
const inner = {
  Email: 'inner.canary+1@fabrikam.example',
  FirstName: 'Inner"Canary',
  LastName: 'İnner-Çanary',
  Phone: '00351-CANARY',
}
const secrets = { token: 'canary-token.abc-123_~', clientSecret: 'canary~secret&+/=' }
const body = {
  ...customer,
  ...canaries,
  providerCustomers: {
    [instance]: { ...customer.providerCustomers[instance], providerCustomerData: jsonString(inner) },
  },
}
const all = [...Object.values(canaries), ...Object.values(inner), ...Object.values(secrets)]

/** What the API gets, and so may echo. */
const sent = all.filter((value) => value !== secrets.clientSecret)

/** Each canary as it is, and as JSON, a URL, a form and HTML write it. */
const forms = all.flatMap((value) => [
  value,
  JSON.stringify(value).slice(1, -1),
  JSON.stringify(JSON.stringify(value).slice(1, -1)).slice(1, -1),
  encodeURIComponent(value),
  String(new URLSearchParams({ v: value })).slice(2),
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;'),
  value.replace(
    /[^ -~]|[+'"<>&]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ),
  value.toUpperCase(),
])

/** Every way in which a value may end up in a log. */
function sinks(error: unknown, events: CockpitEvent[]): string {
  const lines: string[] = []
  const log = pino({ base: null }, { write: (line: string) => lines.push(line) })
  log.error(error)
  log.error({ err: error, events }, 'failed')
  const adapter = logTo({
    debug: (l) => lines.push(l),
    warn: (l) => lines.push(l),
    error: (l) => lines.push(l),
  })
  for (const event of events) adapter(event)
  const { stack, message, cause } = Object(error) as Error
  return [
    ...lines,
    String(error),
    stack,
    message,
    JSON.stringify({ error, cause }),
    JSON.stringify({ ...Object(error) }),
    inspect({ error, events }, { depth: 20, showHidden: true }),
    inspect(error, { depth: 20, customInspect: false, showHidden: true, getters: true }),
    inspect(structuredClone(error), { depth: 20, showHidden: true }),
    JSON.stringify(events),
  ].join('\n')
}

function hits(text: string): string[] {
  const folded = text.toLowerCase()
  return forms.filter((form) => folded.includes(form.toLowerCase()))
}

test('the canaries would be seen', () => {
  expect(hits(sinks(new Error(JSON.stringify(body)), [])).length).toBeGreaterThan(10)
  for (const value of all) expect(hits(`x ${value} y`)).toContain(value)
})

const echo = (text: string) => ({
  statusCode: 400,
  type: 'ValidationError',
  description: text,
  correlationId: 'c',
  errors: [
    { propertyName: 'Zip', description: [text, `the value '${canaries.zip}' is wrong`] },
    { propertyName: text, description: [text] },
  ],
  email: 'somebody.else@personal.example',
})
const texts: Record<string, string> = {
  plain: sent.join(' | '),
  json: JSON.stringify(body),
  'json in json': JSON.stringify({ echoed: JSON.stringify(body) }),
  'json in the way of .NET': JSON.stringify(body).replace(
    /[^ -~]|[+'<>&]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ),
  form: String(new URLSearchParams(Object.entries({ ...canaries, ...inner }))),
  html: `<p>${sent.map((v) => v.replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')).join('</p><p>')}</p>`,
}
const answers: [string, (text: string) => Answer][] = [
  ['400 envelope', (text) => ({ status: 400, body: echo(text) })],
  ['500 envelope', (text) => ({ status: 500, body: echo(text) })],
  ['400 text', (text) => ({ status: 400, text, headers: { 'Content-Type': 'text/plain' } })],
  ['502 HTML', (text) => ({ status: 502, text, headers: { 'Content-Type': 'text/html' } })],
  ['200 HTML', (text) => ({ status: 200, text, headers: { 'Content-Type': 'text/html' } })],
  ['400 JSON list', (text) => ({ status: 400, body: [text] })],
]

describe('no canary leaves through any sink', () => {
  for (const [kind, text] of Object.entries(texts))
    for (const [name, answer] of answers)
      test(`${name} that echoes the request: ${kind}`, async () => {
        const { url } = await serve(({ headers }) => answer(`${text} ${headers['authorization']}`))
        const events: CockpitEvent[] = []
        const cockpit = clientFor(url, { auth: secrets.token, onEvent: (event) => events.push(event) })
        const { error } = await cockpit.POST('/v1/Customers', { body })
        const out = sinks(error, events)
        expect(hits(out)).toEqual([])
        expect(out).not.toContain('somebody.else')
      })

  test('values in a JSON string that cannot be parsed', async () => {
    const broken = JSON.stringify(inner).slice(0, -1)
    const providerCustomers = {
      [instance]: { ...body.providerCustomers[instance], providerCustomerData: broken },
    }
    const { url } = await serve(({ body: text }) => ({
      status: 400,
      body: { description: `Cannot read ${text} ${Object.values(inner).join(' ')}, see Domain and email` },
    }))
    const cockpit = clientFor(url, { auth: secrets.token })
    const { error } = await cockpit.POST('/v1/Customers', {
      body: { ...body, providerCustomers } as unknown as typeof body,
    })
    expect(hits(sinks(error, []))).toEqual([])
    expect(error?.message).toContain('see Domain and email')
  })

  test('a fetch whose error quotes the request', async () => {
    const events: CockpitEvent[] = []
    const failing: typeof fetch = async (_, init) => {
      throw Object.assign(
        new Error(`${init?.body}`, {
          cause: new Error(new Headers(init?.headers).get('Authorization') ?? ''),
        }),
        { init },
      )
    }
    const cockpit = clientFor('https://api.example', {
      auth: secrets.token,
      fetch: failing,
      onEvent: (event) => events.push(event),
    })
    const error = await rejection(cockpit.POST('/v1/Customers', { body }))
    expect(hits(sinks(error, events))).toEqual([])
  })

  test('a token endpoint that echoes the secret', async () => {
    const login = await serve(({ body }) => ({
      status: 400,
      body: { error: 'e', error_description: `${body} ${secrets.clientSecret}` },
    }))
    const auth = clientCredentials({ clientId: 'c', clientSecret: secrets.clientSecret, tokenUrl: login.url })
    const cockpit = clientFor('https://api.example', { auth })
    const error = await rejection(cockpit.GET('/v1/Customers'))
    expect(hits(sinks(error, []))).toEqual([])
    expect(
      hits(inspect([cockpit, auth], { depth: 9, showHidden: true }) + JSON.stringify({ cockpit, auth })),
    ).toEqual([])
  })

  test('a token with a line break, and a header that quotes it', async () => {
    const error = await rejection(
      clientFor('https://api.example', { auth: `${secrets.token}\r\nX: y` }).GET('/v1/Customers'),
    )
    expect(hits(sinks(error, []))).toEqual([])
  })
})

describe('redirects', () => {
  for (const status of [301, 302, 303, 307, 308])
    for (const method of ['GET', 'POST'] as const)
      test(`${status} to another host is not followed by ${method}`, async () => {
        const other = await serve(() => ({ body: { items: [] } }))
        const { url, seen } = await serve(() => ({
          status,
          headers: { Location: `${other.url}/v1/Customers` },
        }))
        const cockpit = clientFor(url)
        const { error } =
          method === 'GET'
            ? await cockpit.GET('/v1/Customers')
            : await cockpit.POST('/v1/Customers', { body })
        expect(error).toBeInstanceOf(UnexpectedContentError)
        expect([error?.status, seen.length, other.seen.length]).toEqual([status, 1, 0])
      })
})

describe('what must not be sent is not', () => {
  const bad = ['a\r\nX-Evil: 1', 'a\nb', 'é', '\u0000', 'a\u2028b']
  test.each(bad)('header value %j', async (value) => {
    const { url, seen } = await serve([])
    for (const options of [{ tenant: value }, { correlationId: value }, { headers: { 'X-Own': value } }]) {
      const error = await rejection(clientFor(url).POST('/v1/Customers', { body, ...options }))
      expect(error).toBeInstanceOf(NotSentError)
      expect((error as Error).message).not.toContain(value)
    }
    expect(seen.length).toBe(0)
  })

  test.each(['a b', 'ü', '', 'a:b', 'a\r\nb'])('header name %j', async (name) => {
    const { url, seen } = await serve([])
    const error = await rejection(clientFor(url, { headers: { [name]: 'x' } }).GET('/v1/Customers'))
    expect(error).toBeInstanceOf(NotSentError)
    expect(seen.length).toBe(0)
  })

  test.each(['..', '.', '', undefined, null])('path parameter %j', async (customerId) => {
    const { url, seen } = await serve([])
    const path = { customerId } as unknown as { customerId: string }
    const error = await rejection(clientFor(url).GET('/v1/Customers/{customerId}', { params: { path } }))
    expect(error).toBeInstanceOf(NotSentError)
    expect((error as Error).message).toBe(
      'GET /v1/Customers/{customerId}: not sent, path parameter customerId is missing or unsafe',
    )
    expect(seen.length).toBe(0)
  })

  test.each(['a/b', '../x', 'a?b=c', 'a#b', '%2e%2e', 'a\\b', 'ü'])(
    'path parameter %j stays in its segment',
    async (customerId) => {
      const { url, seen } = await serve([{ body: customer }])
      await clientFor(url).GET('/v1/Customers/{customerId}', { params: { path: { customerId } } })
      expect(seen[0]?.url).toBe(`/v1/Customers/${encodeURIComponent(customerId)}`)
    },
  )

  test('a body that is no JSON', async () => {
    const circular: Record<string, unknown> = { ...body }
    circular['self'] = circular
    const error = await rejection(
      clientFor('http://127.0.0.1:1').POST('/v1/Customers', { body: circular as typeof body }),
    )
    expect(error).toBeInstanceOf(NotSentError)
  })

  test.each([
    'http://api.example',
    'https://a:b@api.example',
    'https://api.example/?x=1',
    'https://api.example/#x',
    'file:///etc',
  ])('anything to the address %s', (baseUrl) => {
    expect(() => clientFor(baseUrl)).toThrow(TypeError)
  })
})
