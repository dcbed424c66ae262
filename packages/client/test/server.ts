import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'
import { createClient, type ClientOptions } from '../src/index.ts'

/** A request as the server saw it. */
export interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

/** How the server answers: what it sends, and how it misbehaves. */
export interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, without a content type of its own. */
  readonly text?: string
  /** Send half of the body, then break the connection. */
  readonly cut?: boolean
  /** Break the connection without an answer. */
  readonly drop?: boolean
  /** Never answer, or send the head and never the body. */
  readonly hang?: 'head' | 'body'
  readonly delayMs?: number
}

type Script = (seen: Seen, number: number) => Answer | Promise<Answer>

const open = new Set<Server>()

afterEach(async () => {
  await Promise.all([...open].map(close))
})

function close(server: Server): Promise<void> {
  open.delete(server)
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** Starts a server on a free port of this machine that does as the script says; it ends with the test. */
export async function serve(script: Script | readonly Answer[]) {
  const seen: Seen[] = []
  const next: Script =
    typeof script === 'function' ? script : (_, number) => script[number - 1] ?? { status: 418 }
  const server = createServer((request, response) => {
    void read(request).then(async (one) => {
      seen.push(one)
      await send(response, await next(one, seen.length))
    })
  })
  open.add(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, seen, close: () => close(server) }
}

async function read(request: IncomingMessage): Promise<Seen> {
  let body = ''
  request.setEncoding('utf8')
  for await (const chunk of request) body += String(chunk)
  const { method = '', url = '' } = request
  return { method, url, headers: request.headers as Seen['headers'], body }
}

async function send(response: ServerResponse, answer: Answer): Promise<void> {
  const { status = 200, headers = {}, body, cut, drop, hang, delayMs = 0 } = answer
  const text = answer.text ?? (body === undefined ? '' : JSON.stringify(body))
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
  if (drop) return void response.destroy()
  if (hang === 'head') return
  const length = Buffer.byteLength(text)
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(status === 204 ? {} : { 'Content-Length': String(length) }),
    ...headers,
  })
  if (hang === 'body') return void response.write(text.slice(0, length / 2))
  if (cut) return void response.write(text.slice(0, length / 2), () => response.destroy())
  response.end(text)
}

/** A client for a test server. */
export function clientFor(url: string, options: Partial<ClientOptions> = {}) {
  return createClient({ baseUrl: url, tenant: 'portal.example', auth: 'a-token', ...options })
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`resolved with ${JSON.stringify(value)}`)
    },
    (error: unknown) => error,
  )
}
