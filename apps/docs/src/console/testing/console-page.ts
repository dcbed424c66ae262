import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { OpenApiDocument } from '../../samples/document.ts'
import { consoleHtml } from '../html.ts'

/** The policy that the docs are shipped with, as far as it concerns the console, and trusted types on top. */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' http://localhost:* http://127.0.0.1:* https://api.cloudcockpit.com",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** The script that a page loads, minified. */
export async function consoleScript(): Promise<string> {
  const entry = fileURLToPath(new URL('../index.ts', import.meta.url))
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  })
  return result.outputFiles.map(({ text }) => text).join('\n')
}

/** Serves a page with the console of each operation under its id, with the strict policy. */
export async function servePages(document: OpenApiDocument): Promise<{ url: string; close: () => void }> {
  const files = new Map([
    ['/console.js', ['text/javascript', await consoleScript()]],
    ['/try-it.css', ['text/css', await readFile(new URL('../try-it.css', import.meta.url), 'utf8')]],
  ])
  const server = createServer(({ url = '/' }, response) => {
    const [type = '', body = ''] = files.get(url) ?? [
      'text/html; charset=utf-8',
      page(document, url.slice(1)),
    ]
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The page server has no port.')
  return { url: `http://localhost:${bound.port}`, close: () => server.close() }
}

function page(document: OpenApiDocument, operationId: string): string {
  const body = operationId === 'favicon.ico' ? '' : consoleHtml(document, operationId)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${operationId}</title>
<link rel="stylesheet" href="/try-it.css">
<script type="module" src="/console.js"></script></head>
<body><main><h1>${operationId}</h1>${body}</main></body></html>`
}
