import { fileURLToPath } from 'node:url'
import { staticServer } from '../src/serve/static-server.ts'

const help = `Serves the built docs with exactly the headers that are published.

  npm run serve -w @cloudcockpit/docs

Environment:
  DOCS_PORT  the port (default 4321; 0 takes a free one)
  HOST       the address to listen on (default 127.0.0.1)
  DOCS_BASE  the path that the site was built for (default /)
`

/** Ends with a message on stderr. */
function fail(message: string): never {
  complain(message)
  process.exit(1)
}

function portFrom(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port < 65_536) return port
  return fail(`DOCS_PORT is "${text}"; it must be a port between 0 and 65535.`)
}

if (process.argv.includes('--help')) {
  say(help)
  process.exit(0)
}

const host = process.env['HOST'] ?? '127.0.0.1'
const port = portFrom(process.env['DOCS_PORT'] ?? '4321')
const base = `/${(process.env['DOCS_BASE'] ?? '').replace(/^\/|\/$/g, '')}/`.replace('//', '/')
const folder = fileURLToPath(new URL('../dist', import.meta.url))

try {
  const server = staticServer(folder, base)
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') {
      fail(`Port ${String(port)} is taken. Stop what uses it, or choose another: DOCS_PORT=4322 npm start`)
    }
    fail(`The docs cannot be served on ${host}:${String(port)}: ${error.message}`)
  })
  server.listen(port, host, () => {
    const address = server.address()
    const bound = typeof address === 'object' && address !== null ? address.port : port
    say(`Docs: http://${host.includes(':') ? `[${host}]` : host}:${String(bound)}${base}`)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      server.close(() => process.exit(0))
      server.closeAllConnections()
    })
  }
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

/** Writes a line for people. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Writes a line for people who look for what went wrong. */
function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}
