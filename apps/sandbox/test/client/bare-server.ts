import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OperationFault, TokenFault } from '../../src/index.ts'
import type { Server } from './behaviours.ts'

type Fault = OperationFault | TokenFault
type Stored = Record<string, unknown> & { id: string }

interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const html = '<!doctype html><h1>Something is wrong</h1>'
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A server of node:http alone that knows just enough of the API to be created in, searched and broken. */
export async function startBareServer(): Promise<Server> {
  const stored = new Map<string, Stored>()
  const faults: { fault: Fault; count: number; operationId: string | undefined }[] = []
  let key = 1
  let issued = 0

  const next = (isToken: boolean, operationId: string): Fault | undefined => {
    const found = faults.find(
      (each) =>
        each.fault.kind.startsWith('token-') === isToken && (each.operationId ?? operationId) === operationId,
    )
    if (found && --found.count <= 0) faults.splice(faults.indexOf(found), 1)
    return found?.fault
  }

  const tokenOf = (): Answer => {
    const fault = next(true, '')
    if (fault?.kind === 'token-refuse') return { status: 401, body: { error: 'invalid_client' } }
    if (fault?.kind === 'token-429') return { status: 429, headers: { 'Retry-After': fault.retryAfter } }
    const seconds = fault?.kind === 'token-short' ? fault.seconds : 3599
    const token = `key-${key}-${++issued}`
    return { status: 200, body: { token_type: 'Bearer', expires_in: seconds, access_token: token } }
  }

  const apply = (method: string, url: URL, text: string): Answer => {
    if (method === 'POST') {
      const id = crypto.randomUUID()
      stored.set(id, { ...(JSON.parse(text) as object), id })
      return { status: 201, body: id }
    }
    const one = stored.get(url.pathname.split('/')[3] ?? '')
    if (one) return { status: 200, body: one }
    const wanted = url.searchParams.get('searchValue')
    const items = [...stored.values()].filter((item) => item['internalIdentifier'] === wanted)
    return { status: 200, body: { items, hasNextPage: false } }
  }

  const answer = async (request: IncomingMessage, response: ServerResponse, text: string): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const method = request.method ?? ''
    if (url.pathname === '/token') return write(response, tokenOf())
    if (!request.headers.authorization?.startsWith(`Bearer key-${key}-`))
      return write(response, { status: 401 })
    const fault = next(false, method === 'POST' ? 'createCustomer' : 'listCustomers')
    if (fault?.kind === 'drop') return void request.socket.destroy()
    if (fault?.kind === 'delay') await wait(fault.ms)
    if (fault?.kind === 'status' && !fault.commit) return writeStatus(response, fault)
    const good = apply(method, url, text)
    if (fault?.kind === 'status') return writeStatus(response, fault)
    if (fault?.kind === 'commit-then-drop') return void request.socket.destroy()
    if (fault?.kind === 'wrong-type') return write(response, { ...good, body: [42] })
    if (fault?.kind === 'html') return writePage(response, good.status)
    if (fault?.kind === 'truncate' || fault?.kind === 'slow-body') return writeHalf(response, good, fault)
    write(response, good)
  }

  const server = createServer((request, response) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (text += chunk))
    request.on('end', () => void answer(request, response, text))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    tokenUrl: `${url}/token`,
    scope: 'a-scope',
    credential: () => ({ id: 'an-id', secret: 'a-secret', tenant: 'portal.example' }),
    fail: (fault, { count = 1, operationId } = {}) => {
      faults.push({ fault, count, operationId })
    },
    recover: () => {
      faults.length = 0
    },
    rotateKeys: async () => {
      key++
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function write(response: ServerResponse, { status, body, headers }: Answer): void {
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' }
  response.writeHead(status, { ...type, ...headers })
  response.end(body === undefined ? '' : JSON.stringify(body))
}

function writePage(response: ServerResponse, status: number, headers: Answer['headers'] = {}): void {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/html' }).end(html)
}

function writeStatus(response: ServerResponse, fault: OperationFault & { kind: 'status' }): void {
  const { status, body = 'envelope', retryAfter } = fault
  const headers = retryAfter === undefined ? {} : { 'Retry-After': retryAfter }
  if (body === 'html') writePage(response, status, headers)
  else if (body === 'empty') write(response, { status, headers })
  else write(response, { status, headers, body: { statusCode: status, description: 'A fault.' } })
}

function writeHalf(response: ServerResponse, { status, body }: Answer, fault: OperationFault): void {
  const text = JSON.stringify(body)
  const [first, second] = [text.slice(0, text.length / 2), text.slice(text.length / 2)]
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
  })
  if (fault.kind === 'slow-body') {
    response.write(first)
    setTimeout(() => response.end(second), fault.ms)
  } else response.write(first, () => response.destroy())
}
