import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import type * as axeCore from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expectations } from '@cloudcockpit/docs/completeness'
import type { Subject } from './contracts.ts'
import type { Rendered } from './renderers.ts'

declare global {
  interface Window {
    axe: typeof axeCore
  }
}

/** What it costs to read one operation. */
export interface Reading {
  /** Bytes over the wire, compressed, until the network is quiet. */
  bytes: number
  /** Milliseconds until the property is visible, on a slow line and a slow processor; undefined when it never was. */
  visible: number | undefined
  /** Facts of the operation that stand in the page without JavaScript, and how many there are. */
  facts: { readable: number; all: number }
  /** Rules of WCAG 2.2 A and AA that the page breaks. */
  brokenRules: number
}

const patience = 120_000
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Reads one operation of a rendered site in Chromium. */
export async function readOperation(rendered: Rendered, subject: Subject): Promise<Reading> {
  const server = await serve(rendered.folder)
  const browser = await launch()
  try {
    const address = `http://127.0.0.1:${String(portOf(server))}/${rendered.page}`
    return {
      ...(await readWithScripts(browser, address, subject.property)),
      facts: await readWithoutScripts(address, subject),
    }
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}

async function readWithScripts(
  browser: Browser,
  address: string,
  property: string,
): Promise<Omit<Reading, 'facts'>> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await session.send('Network.enable')
  // Lighthouse's "slow 4G" and its slow-down of the processor.
  const line = {
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  }
  await session.send('Network.emulateNetworkConditions', { offline: false, ...line })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const start = performance.now()
  const visible = await untilVisible(page, address, property).then(
    () => performance.now() - start,
    () => undefined,
  )
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await page.waitForLoadState('networkidle', { timeout: patience }).catch(() => undefined)
  const brokenRules = await countBrokenRules(page)
  await context.close()
  return { bytes, visible, brokenRules }
}

async function untilVisible(page: Page, address: string, property: string): Promise<void> {
  await page.goto(address, { waitUntil: 'commit', timeout: patience })
  // A sample in another language may hold the name too, unseen.
  const seen = page.getByText(property, { exact: true }).filter({ visible: true })
  await seen.first().waitFor({ timeout: patience })
}

async function countBrokenRules(page: Page): Promise<number> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: engine } = window
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await engine.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
    return violations.length
  })
}

/** The same words are looked for in every renderer's text, as they stand before any script has run. */
async function readWithoutScripts(address: string, subject: Subject): Promise<Reading['facts']> {
  const html = await (await fetch(address)).text()
  const text = textOf(html)
  const document: unknown = JSON.parse(readFileSync(subject.file, 'utf8'))
  const facts = expectations(document).filter(
    ({ page: { kind, name } }) => kind === 'operation' && name === subject.operationId,
  )
  const words = [
    ...new Set(facts.flatMap(({ path, text: fact }) => path.concat(fact.split(' ').at(-1) ?? fact))),
  ]
  return { readable: words.filter((word) => text.includes(word)).length, all: words.length }
}

/** The text of a page without what scripts, styles and templates hold. */
function textOf(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' }
  return html
    .replace(/<(script|style|template)\b[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null)
    throw new Error('The server does not listen on a port.')
  return address.port
}

function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath, args })
}

/** Serves a folder compressed, without a policy: other renderers need what ours forbids. */
async function serve(folder: string): Promise<Server> {
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
  }
  const zipped = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path))
    try {
      const body = zipped.get(file) ?? gzipSync(readFileSync(file))
      zipped.set(file, body)
      const type = types[extname(file)] ?? 'application/octet-stream'
      response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}
