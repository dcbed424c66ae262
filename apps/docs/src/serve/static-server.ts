import { readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type HeaderRule, headersFor, parseHeaders } from './headers.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
}

interface Body {
  plain: Buffer
  zipped: Buffer
}

/**
 * Serves a built site as a static host would: the headers of its `_headers` file, compressed texts, its 404 page.
 * @param folder the built site
 * @param base the path that it was built for
 * @throws Error when the folder holds no built site
 */
export function staticServer(folder: string, base = '/'): Server {
  const rules = readRules(folder)
  const cache = new Map<string, Body>()
  return createServer((request, response) => {
    try {
      answer({ folder, base, rules, cache }, request, response)
    } catch {
      response.writeHead(500).end()
    }
  })
}

interface Site {
  folder: string
  base: string
  rules: HeaderRule[]
  cache: Map<string, Body>
}

function readRules(folder: string): HeaderRule[] {
  try {
    return parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'))
  } catch (cause) {
    throw new Error(`${folder}: no built site. Run \`npm run build -w @cloudcockpit/docs\` first.`, { cause })
  }
}

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  const path = decoded(new URL(request.url ?? '/', 'http://localhost').pathname)
  for (const [name, value] of headersFor(site.rules, path)) response.setHeader(name, value)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  const found = fileFor(site, path)
  if (found === 'folder') {
    response.writeHead(301, { Location: `${path}/` }).end()
    return
  }
  send(site, request, response, found ?? join(site.folder, '404.html'), found === undefined ? 404 : 200)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The file for a path; `folder` when only the slash is missing; undefined when there is none. */
function fileFor({ folder, base }: Site, path: string): string | undefined {
  const inside = path.startsWith(base) ? path.slice(base.length) : undefined
  if (inside === undefined || inside.includes('\0')) return undefined
  const file = normalize(join(folder, inside))
  if (file !== folder && !file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined
  if (path.endsWith('/')) return isFile(join(file, 'index.html')) ? join(file, 'index.html') : undefined
  if (isFile(file)) return file
  return isFile(join(file, 'index.html')) ? 'folder' : undefined
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function send(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  status: number,
): void {
  const type = types[extname(file)] ?? 'application/octet-stream'
  const body = bodyOf(site, file)
  const zip = type.includes('charset') || type.includes('svg')
  const zipped = zip && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (zip) response.setHeader('Vary', 'Accept-Encoding')
  if (zipped) response.setHeader('Content-Encoding', 'gzip')
  const content = zipped ? body.zipped : body.plain
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': content.length })
  response.end(request.method === 'HEAD' ? undefined : content)
}

function bodyOf({ cache }: Site, file: string): Body {
  const known = cache.get(file)
  if (known !== undefined) return known
  const plain = readFileSync(file)
  const body = { plain, zipped: gzipSync(plain) }
  cache.set(file, body)
  return body
}
