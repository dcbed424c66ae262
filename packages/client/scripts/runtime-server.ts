import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Starts the server that the probe asks; `pages` are files for a browser, by path. */
export async function startProbeServer(pages: (path: string) => { type: string; text: string } | undefined) {
  let busy = 0
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '')
    const page = request.method === 'GET' ? pages(path) : undefined
    request.resume().on('end', () => {
      if (page) response.writeHead(200, { 'Content-Type': page.type }).end(page.text)
      else if (path === '/token')
        json(response, 200, { token_type: 'Bearer', expires_in: 3599, access_token: 't' })
      else if (request.method === 'GET')
        json(response, 200, { items: [{ id: 'found-id', internalIdentifier: 'ERP-1' }] })
      else if (path.startsWith('/bad/')) json(response, 400, { description: 'canary@example.com is wrong' })
      else if (path.startsWith('/moved/')) response.writeHead(307, { Location: '/ok/v1/Customers' }).end()
      else if (path.startsWith('/lost/')) response.destroy()
      else if (path.startsWith('/busy/') && busy++ === 0)
        response.writeHead(429, { 'Retry-After': '0' }).end()
      else if (!path.startsWith('/hang/')) json(response, 201, 'new-id')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  const begin = () => (busy = 0)
  return { url: `http://127.0.0.1:${port}`, begin, close }
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}
