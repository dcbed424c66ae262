import { connect, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { clientCredentials, InterruptedError, MaybeAppliedError } from '../src/index.ts'
import { customer } from './bodies.ts'
import { type Answer, clientFor, rejection, serve } from './server.ts'

const never = () => new Promise<never>(() => {})

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** What is open on the event loop: timers and sockets, without those of the test runner. */
const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length

/** Counts the listeners on a signal. */
function counted() {
  const controller = new AbortController()
  const { signal } = controller
  let listeners = 0
  const { addEventListener, removeEventListener } = signal
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners++
    addEventListener.apply(signal, args)
  }
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners--
    removeEventListener.apply(signal, args)
  }
  return { controller, signal, listeners: () => listeners }
}

/** A port whose connections never come about: nobody takes them, and the queue of those that wait is full. */
async function fullPort() {
  const source = `
    const { createServer } = require('node:net')
    const { parentPort } = require('node:worker_threads')
    const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
      parentPort.postMessage(server.address().port)
      setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 20)
    })`
  const worker = new Worker(source, { eval: true })
  const port = await new Promise<number>((resolve) => worker.once('message', resolve))
  await new Promise((resolve) => setTimeout(resolve, 200))
  const sockets: Socket[] = []
  for (let isFull = false; !isFull;) {
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    sockets.push(socket)
    isFull = await new Promise((resolve) => {
      socket.once('connect', () => resolve(false))
      setTimeout(() => resolve(true), 500)
    })
  }
  const close = () => {
    for (const socket of sockets) socket.destroy()
    return worker.terminate()
  }
  return { url: `http://127.0.0.1:${port}`, close }
}

const hangs: [string, boolean, Answer | 'token' | 'token call' | 'deaf fetch'][] = [
  ['the token source', false, 'token'],
  ['the token call', false, 'token call'],
  ['a fetch that does not listen', true, 'deaf fetch'],
  ['the headers', true, { hang: 'head' }],
  ['the body', true, { body: 'x'.repeat(1000), hang: 'body' }],
  ['the wait before the next attempt', false, { status: 429, headers: { 'Retry-After': '30' } }],
]

describe('an abort', () => {
  for (const [phase, sent, hang] of hangs)
    for (const kind of ['abort', 'deadline'] as const)
      test(`by ${kind} is heard within 50 ms during ${phase}, and leaves nothing behind`, async () => {
        const { url } = await serve(() => (typeof hang === 'string' ? { hang: 'head' } : hang))
        const auth =
          hang === 'token'
            ? never
            : hang === 'token call'
              ? clientCredentials({ clientId: 'c', clientSecret: 's', tokenUrl: url })
              : 't'
        const cockpit = clientFor(url, { auth, ...(hang === 'deaf fetch' ? { fetch: never } : {}) })
        const { controller, signal, listeners } = counted()
        const before = timers()
        const options = kind === 'abort' ? { signal } : { signal, deadlineMs: 200 }
        // A Retry-After that the deadline does not leave room for ends the call at once.
        if (kind === 'deadline' && phase.startsWith('the wait')) return
        const call = rejection(cockpit.POST('/v1/Customers', { body: customer, ...options }))
        // Against timers of this process: on a busy machine both come late.
        const end = new Promise<void>((resolve) =>
          setTimeout(() => {
            if (kind === 'abort') controller.abort(new Error('no longer needed'))
            resolve()
          }, 200),
        )
        const error = await Promise.race([call, end.then(() => later(50))])
        expect(error).toBeInstanceOf(sent ? MaybeAppliedError : InterruptedError)
        expect(error).toMatchObject({ reason: kind === 'abort' ? 'abort' : 'timeout', sent })
        await end
        await later(60)
        await new Promise((resolve) => setImmediate(resolve))
        expect(listeners()).toBe(0)
        expect(timers()).toBeLessThanOrEqual(before)
      })

  test('is heard within 50 ms while the connection does not come about', async () => {
    const { url, close } = await fullPort()
    try {
      const controller = new AbortController()
      const call = rejection(
        clientFor(url).POST('/v1/Customers', { body: customer, signal: controller.signal }),
      )
      await new Promise((resolve) => setTimeout(resolve, 200))
      const late = later(50)
      controller.abort()
      expect(await Promise.race([call, late])).toMatchObject({ name: 'MaybeAppliedError', reason: 'abort' })
    } finally {
      await close()
    }
  })

  test('before the call sends nothing', async () => {
    const { url, seen } = await serve([])
    const error = await rejection(
      clientFor(url).POST('/v1/Customers', { body: customer, signal: AbortSignal.abort() }),
    )
    expect(error).toBeInstanceOf(InterruptedError)
    expect(error).toMatchObject({ reason: 'abort', sent: false })
    expect(seen.length).toBe(0)
  })

  test('while a deaf token source works sends nothing afterwards', async () => {
    const { url, seen } = await serve([])
    const auth = () => new Promise<string>((resolve) => setTimeout(() => resolve('late'), 100))
    const deaf: typeof fetch = (input, init) => fetch(input, { ...init, signal: null })
    const call = clientFor(url, { auth, fetch: deaf }).POST('/v1/Customers', {
      body: customer,
      signal: AbortSignal.timeout(20),
    })
    expect(await rejection(call)).toMatchObject({ name: 'InterruptedError', reason: 'timeout', sent: false })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(seen.length).toBe(0)
  })
})

test('a time-out covers one attempt, and a read has more of them', async () => {
  const { url, seen } = await serve((_, number) =>
    number === 1 ? { body: 'x'.repeat(100), hang: 'body' } : { body: { items: [] } },
  )
  const { data } = await clientFor(url, { timeoutMs: 100 }).GET('/v1/Customers')
  expect(data).toEqual({ items: [] })
  expect(seen.length).toBe(2)
})

test('a call that ends well leaves nothing behind', async () => {
  const { url } = await serve(() => ({ body: { items: [] } }))
  const { signal, listeners } = counted()
  const before = timers()
  await clientFor(url).GET('/v1/Customers', { signal })
  expect([listeners(), timers() <= before]).toEqual([0, true])
})
