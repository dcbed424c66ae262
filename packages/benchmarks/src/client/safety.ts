import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSilentServer } from 'node:net'
import { inspect } from 'node:util'
import {
  clientCredentials,
  type CockpitClient,
  createClient,
  MaybeAppliedError,
  unwrap,
} from '@cloudcockpit/client'
import { requestExamples } from '@cloudcockpit/openapi/examples'

const body = requestExamples.createCustomer.microsoft
const newId = '1b671a64-40d5-491e-99b0-da01ff1f3341'

type Handler = (request: IncomingMessage, response: ServerResponse, text: string) => void

/** Runs some work against a server of its own. */
async function withServer<T>(handler: Handler, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (text += chunk))
    request.on('end', () => handler(request, response, text))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    return await work(`http://127.0.0.1:${port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const json = (response: ServerResponse, status: number, value: unknown) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))

/** Token calls for 100 calls that are all refused with 401 at once. */
export async function measureTokenBurst(): Promise<number> {
  let issued = 0
  const handler: Handler = (request, response) => {
    if (request.url === '/token')
      json(response, 200, { token_type: 'Bearer', expires_in: 3599, access_token: `t${++issued}` })
    else if (request.headers.authorization === 'Bearer t1')
      setTimeout(() => response.writeHead(401).end(), Math.random() * 50)
    else json(response, 201, newId)
  }
  return withServer(handler, async (baseUrl) => {
    const auth = clientCredentials({ clientId: 'id', clientSecret: 'secret', tokenUrl: `${baseUrl}/token` })
    const cockpit = createClient({ baseUrl, tenant: 't.example', auth })
    await auth({})
    await Promise.all(Array.from({ length: 100 }, () => unwrap(cockpit.POST('/v1/Customers', { body }))))
    return issued - 1
  })
}

/** What became of creates of which most met a fault. */
export interface Faulted {
  readonly creates: number
  readonly duplicates: number
  /** Creates that the client reported as done, as maybe applied, and as not applied. */
  readonly done: number
  readonly maybe: number
  readonly failed: number
  /** Reports that were wrong: done but not there, or not applied but there. */
  readonly wrong: number
}

/** Sends creates through a server that fails in every way that a gateway knows. */
export async function measureDuplicates(creates: number): Promise<Faulted> {
  const made = new Map<string, number>()
  const handler: Handler = (_, response, text) => {
    const apply = () => {
      const { internalIdentifier } = JSON.parse(text) as { internalIdentifier: string }
      made.set(internalIdentifier, (made.get(internalIdentifier) ?? 0) + 1)
    }
    const fault = Math.floor(Math.random() * 8)
    if (fault === 0) return void response.destroy()
    if (fault === 1) return void response.writeHead(503, { 'Retry-After': '0' }).end()
    if (fault === 2) return void response.writeHead(429, { 'Retry-After': '0' }).end()
    if (fault === 3) return void response.writeHead(400).end()
    apply()
    if (fault === 4) return void response.destroy()
    if (fault === 5)
      return void response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>')
    if (fault === 6)
      return void response.writeHead(201, { 'Content-Length': '99' }).write('"half', () => response.destroy())
    json(response, 201, newId)
  }
  return withServer(handler, async (baseUrl) => {
    const cockpit = createClient({ baseUrl, tenant: 't.example', auth: 't' })
    const count = { done: 0, maybe: 0, failed: 0, wrong: 0 }
    const create = async (number: number) => {
      const internalIdentifier = `ERP-${number}`
      const call = unwrap(cockpit.POST('/v1/Customers', { body: { ...body, internalIdentifier } }))
      const error: unknown = await call.then(
        () => undefined,
        (reason: unknown) => reason,
      )
      const isThere = made.has(internalIdentifier)
      if (error instanceof MaybeAppliedError) count.maybe++
      else if (error === undefined) count.done++
      else count.failed++
      if (!(error instanceof MaybeAppliedError) && isThere !== (error === undefined)) count.wrong++
    }
    const lanes = Array.from({ length: 50 }, async (_, lane) => {
      for (let number = lane; number < creates; number += 50) await create(number)
    })
    await Promise.all(lanes)
    const duplicates = [...made.values()].filter((times) => times > 1).length
    return { creates, duplicates, ...count }
  })
}

/** Milliseconds from abort to rejection in each phase of a call; the longest of ten. */
export async function measureAborts(): Promise<Record<string, number>> {
  const handler: Handler = (request, response) => {
    if (request.headers['x-phase'] === 'body')
      response.writeHead(200, { 'Content-Length': '1000' }).write('{"half')
    if (request.headers['x-phase'] === 'backoff') response.writeHead(429, { 'Retry-After': '30' }).end()
  }
  return withServer(handler, (http) =>
    withSilence(async (silent) => {
      const credentials = { clientId: 'id', clientSecret: 'secret', tokenUrl: `${http}/token` }
      const results: Record<string, number> = {}
      for (const phase of ['token', 'connect', 'headers', 'body', 'backoff']) {
        const cockpit = createClient({
          // A TLS handshake that is never answered: the connection does not come about.
          baseUrl: phase === 'connect' ? silent : http,
          tenant: 't.example',
          auth: phase === 'token' ? clientCredentials(credentials) : 't',
          headers: { 'X-Phase': phase },
        })
        results[phase] = Math.max(...(await abortTimes(cockpit)))
      }
      return results
    }),
  )
}

/** Runs some work beside a server that takes connections and never says a word. */
async function withSilence<T>(work: (url: string) => Promise<T>): Promise<T> {
  const sockets = new Set<{ destroy(): void }>()
  const server = createSilentServer((socket) => sockets.add(socket.on('error', () => {})))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    return await work(`https://127.0.0.1:${port}`)
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
}

async function abortTimes(cockpit: CockpitClient): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < 10; run++) {
    const controller = new AbortController()
    const { signal } = controller
    const call = cockpit.POST('/v1/Customers', { body, signal }).then(
      () => NaN,
      () => performance.now(),
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    const began = performance.now()
    controller.abort()
    times.push((await call) - began)
  }
  return times
}

/** How often a secret or a personal value of the request is seen in what errors and events show. */
export async function measureCanaries(): Promise<{ looked: number; hits: number }> {
  const personal = {
    taxId: 'CANARY-tax',
    addressLine1: 'Canary street',
    zip: 'CANARY-zip',
    firstName: "Canary O'Ana",
    lastName: 'Canary-Müller',
    email: 'canary+a@b.example',
    phone: '+351 CANARY',
  }
  const canaries = [...Object.values(personal), 'canary-token']
  const handler: Handler = (request, response, text) => {
    const echo = `${text} ${JSON.stringify(text)} ${encodeURIComponent(text)} ${request.headers.authorization}`
    const status = Number(request.headers['x-status'])
    if (status === 200) response.writeHead(200, { 'Content-Type': 'text/html' }).end(echo)
    else json(response, status, { description: echo, errors: [{ propertyName: echo, description: [echo] }] })
  }
  return withServer(handler, async (baseUrl) => {
    const shown: string[] = []
    const onEvent = (event: unknown) =>
      shown.push(inspect(event, { depth: 9, showHidden: true }), JSON.stringify(event))
    for (const status of [200, 400, 403, 404, 409, 500, 502, 503]) {
      const cockpit = createClient({
        baseUrl,
        tenant: 't.example',
        auth: 'canary-token',
        onEvent,
        headers: { 'X-Status': String(status) },
      })
      const { error } = await cockpit.POST('/v1/Customers', { body: { ...body, ...personal } })
      shown.push(
        String(error),
        error?.stack ?? '',
        JSON.stringify(error),
        inspect(error, { depth: 9, showHidden: true }),
      )
    }
    const texts = shown.map((text) => text.toLowerCase())
    const seen = canaries.filter((canary) => texts.some((text) => text.includes(canary.toLowerCase())))
    return { looked: texts.length, hits: seen.length }
  })
}
