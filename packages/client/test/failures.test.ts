import { describe, expect, it, test } from 'vitest'
import {
  ApiError,
  InterruptedError,
  MaybeAppliedError,
  UnexpectedContentError,
  unwrap,
} from '../src/index.ts'
import { customer, newId } from './bodies.ts'
import { type Answer, clientFor, rejection, serve } from './server.ts'

const envelope = {
  statusCode: 400,
  type: 'ValidationError',
  description: 'One or more properties are not valid.',
  correlationId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  errors: [{ propertyName: 'Zip', description: ['Not valid for PT.'] }],
}
const html = '<!doctype html><html><head><title>Proxy</title></head><body><h1>Sign in</h1></body></html>'
const bodies: Record<string, Answer> = {
  envelope: { body: envelope },
  empty: {},
  html: { text: html, headers: { 'Content-Type': 'text/html' } },
  'wrong type': { text: JSON.stringify(envelope), headers: { 'Content-Type': 'text/plain' } },
  'no type': { text: JSON.stringify(envelope) },
  'broken JSON': { text: '{"statusCode":', headers: { 'Content-Type': 'application/json' } },
}
const failures = [400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 501, 502, 503, 504, 599]

describe('a failure is never a success', () => {
  for (const [name, body] of Object.entries(bodies))
    for (const status of failures)
      for (const method of ['GET', 'POST'] as const)
        it(`${method} answered ${status} with body: ${name}`, async () => {
          const { url } = await serve(() => ({ ...body, status }))
          const cockpit = clientFor(url, { maxAttempts: 1 })
          const { data, error, response } =
            method === 'GET'
              ? await cockpit.GET('/v1/Customers')
              : await cockpit.POST('/v1/Customers', { body: customer })
          expect(data).toBeUndefined()
          expect(response.status).toBe(status)
          expect(error).toBeInstanceOf(method === 'POST' && status >= 500 ? MaybeAppliedError : ApiError)
          expect(error?.status).toBe(status)
          expect(error).toMatchObject({ help: `errors/#${status}` })
          expect(error?.message.startsWith(`${method} /v1/Customers: ${status} `)).toBe(true)
          if (name === 'envelope' || name.endsWith('type')) expect(error).toMatchObject({ envelope })
        })

  for (const name of Object.keys(bodies).filter((key) => key !== 'envelope'))
    for (const status of [200, 201, 202])
      it(`POST answered ${status} with body: ${name} is unexpected content`, async () => {
        const { url } = await serve(() => ({ ...bodies[name], status }))
        const { data, error } = await clientFor(url).POST('/v1/Customers', { body: customer })
        expect(data).toBeUndefined()
        expect(error).toBeInstanceOf(UnexpectedContentError)
        expect(error).toMatchObject({ status, method: 'POST', reconcile: expect.any(Function) })
        expect(error?.correlationId).toMatch(/^[\da-f-]{36}$/)
      })

  test.each([204, 205])('POST answered %i is unexpected content', async (status) => {
    const { url } = await serve([{ status }])
    const { error } = await clientFor(url).POST('/v1/Customers', { body: customer })
    expect(error).toBeInstanceOf(UnexpectedContentError)
  })

  test.each([{}, [], '', null, { id: '' }, 5])(
    'POST answered 201 with %j is unexpected content',
    async (body) => {
      const { url } = await serve([{ status: 201, body }])
      const { error } = await clientFor(url).POST('/v1/Customers', { body: customer })
      expect(error).toBeInstanceOf(UnexpectedContentError)
    },
  )

  test('unexpected content tells what came, without markup', async () => {
    const { url } = await serve([{ text: html, headers: { 'Content-Type': 'text/html; charset=utf-8' } }])
    const { error } = await clientFor(url).GET('/v1/Customers')
    expect(error).toMatchObject({
      status: 200,
      contentType: 'text/html; charset=utf-8',
      excerpt: 'Proxy Sign in',
    })
  })

  test('a read with an unexpected success has nothing to reconcile', async () => {
    const { url } = await serve([{ text: html, headers: { 'Content-Type': 'text/html' } }])
    const { error } = await clientFor(url).GET('/v1/Customers')
    expect(error?.reconcile).toBeUndefined()
  })

  for (const status of [200, 400, 500]) {
    it(`a truncated ${status} to a create may have been applied`, async () => {
      const { url } = await serve(() => ({ status, body: envelope, cut: true }))
      const error = await rejection(clientFor(url).POST('/v1/Customers', { body: customer }))
      expect(error).toBeInstanceOf(MaybeAppliedError)
      expect(error).toMatchObject({ reason: 'lost', status })
    })
    it(`a truncated ${status} to a read is no answer`, async () => {
      const { url } = await serve(() => ({ status, body: envelope, cut: true }))
      const error = await rejection(clientFor(url, { maxAttempts: 2 }).GET('/v1/Customers'))
      expect(error).toBeInstanceOf(InterruptedError)
      expect(error).toMatchObject({ reason: 'lost', sent: true, status })
    })
  }

  test('an answer in many pieces is put together, also within a character', async () => {
    const text = JSON.stringify({ items: ['ç€😀'.repeat(5000)] })
    const bytes = new TextEncoder().encode(text)
    const inPieces: typeof fetch = async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7))
            controller.close()
          },
        }),
        { headers: { 'Content-Type': 'application/json' } },
      )
    const { data } = await clientFor('https://api.example', { fetch: inPieces }).GET('/v1/Customers')
    expect(data).toEqual(JSON.parse(text))
  })

  test('an answer that is too large is refused while it arrives', async () => {
    const { url } = await serve([{ status: 200, body: { items: 'x'.repeat(100_000) } }])
    const { error } = await clientFor(url, { maxResponseBytes: 50_000 }).GET('/v1/Customers')
    expect(error).toBeInstanceOf(UnexpectedContentError)
    expect(error?.message).toContain('too large')
  })
})

describe('a success', () => {
  test('is the data, beside the response', async () => {
    const { url } = await serve([{ status: 201, body: newId }])
    const { data, error, response } = await clientFor(url).POST('/v1/Customers', { body: customer })
    expect([data, error, response.status]).toEqual([newId, undefined, 201])
  })

  test('is what unwrap gives; a failure is what it throws', async () => {
    const { url } = await serve([
      { status: 201, body: newId },
      { status: 400, body: envelope },
    ])
    const cockpit = clientFor(url)
    expect(await unwrap(cockpit.POST('/v1/Customers', { body: customer }))).toBe(newId)
    const error = await rejection(unwrap(cockpit.POST('/v1/Customers', { body: customer })))
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({
      message: 'POST /v1/Customers: 400 One or more properties are not valid. | Zip',
    })
  })

  test('keeps keys such as __proto__ to themselves', async () => {
    const text = '{"items":[],"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'
    const { url } = await serve(() => ({ text, headers: { 'Content-Type': 'application/json' } }))
    await clientFor(url).GET('/v1/Customers')
    const { error } = await clientFor(
      (await serve(() => ({ status: 400, text, headers: { 'Content-Type': 'application/json' } }))).url,
    ).GET('/v1/Customers')
    JSON.stringify(error)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(({} as { polluted?: true }).polluted).toBeUndefined()
  })
})
