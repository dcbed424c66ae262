import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import document from '@cloudcockpit/openapi/openapi.json' with { type: 'json' }
import { startSandbox } from '@cloudcockpit/sandbox'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { consoleScript, servePages } from './testing/console-page.ts'

const production = 'https://api.cloudcockpit.com'
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
]

let sandbox: Awaited<ReturnType<typeof startSandbox>>
let pages: Awaited<ReturnType<typeof servePages>>
let browser: Browser
let context: BrowserContext
let page: Page
/** Every request that left the page for anywhere but its own origin. */
let sent: string[]
let problems: string[]

beforeAll(async () => {
  sandbox = await startSandbox({ database: 'memory:', port: 0, logLevel: 'error' })
  pages = await servePages(document)
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: flags,
  })
})
afterAll(async () => {
  await browser.close()
  pages.close()
  await sandbox.close()
})

beforeEach(async () => {
  sent = []
  problems = []
  context = await browser.newContext()
  page = await context.newPage()
  page.on('request', (request) => {
    if (!request.url().startsWith(pages.url)) {
      sent.push(`${request.method()} ${request.url()}`)
    }
  })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (/content security policy|trusted/i.test(message.text())) problems.push(message.text())
  })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      reportError(new Error(`Content Security Policy: ${violatedDirective} ${blockedURI}`))
    })
  })
})
afterEach(async () => {
  await context.close()
  if (problems.length > 0) throw new Error(problems.join('\n'))
})

async function open(operationId: string, address = sandbox.url): Promise<void> {
  await page.goto(`${pages.url}/${operationId}`)
  await page.getByText('Try it', { exact: true }).click()
  await page.getByLabel('Sandbox address').fill(address)
}

async function getToken(): Promise<void> {
  await page.getByRole('button', { name: 'Get a sandbox token' }).click()
  await page.getByText(/^Got a token of/).waitFor()
}

/** The status line once it no longer says "Sending". */
async function sendAndWait(): Promise<string> {
  await page.getByRole('button', { name: 'Send' }).click()
  return outcome()
}

async function outcome(): Promise<string> {
  const status = page.locator('.try-it-status[data-outcome]')
  await status.waitFor()
  return (await status.textContent()) ?? ''
}

test('a create succeeds, with a token had by one click, and nothing is sent before', async () => {
  await open('createCustomer')
  await page.getByLabel('Example').selectOption({ label: "A reseller's customer with full Microsoft data" })
  const body = page.getByLabel(/^Body/)
  await body.fill((await body.inputValue()).replace('ERP-100235', 'ERP-try-it'))
  expect(sent).toEqual([])

  await getToken()
  expect(sent.map((line) => line.split('?')[0])).toEqual([
    expect.stringMatching(/^POST .*\/oauth2\/v2\.0\/token$/),
  ])

  const correlationId = await page.getByLabel(/X-Correlation-Id/).inputValue()
  expect(await sendAndWait()).toMatch(/^201 Created in \d+ ms$/)
  expect(sent.filter((line) => line.startsWith('POST') && line.endsWith('/v1/Customers'))).toHaveLength(1)
  expect(await page.getByLabel('Body', { exact: true }).textContent()).toMatch(/^"1b671a64-/)
  expect(await page.getByLabel(/Headers/).textContent()).toContain('content-type: application/json')
  expect(await page.getByLabel(/X-Correlation-Id/).inputValue()).not.toBe(correlationId)

  const found = await fetch(
    `${sandbox.url}/v1/Customers?searchField=InternalIdentifier&searchValue=ERP-try-it`,
    {
      headers: { authorization: `Bearer ${await sandbox.token()}`, 'x-tenant': 'portal.cloudcockpit.com' },
    },
  )
  expect(await found.json()).toMatchObject({ totalCount: 1, items: [{ internalIdentifier: 'ERP-try-it' }] })
})

test('the curl shows the edited request and never the token', async () => {
  await open('createReseller')
  await getToken()
  const token = await page.getByLabel('Access token').inputValue()
  await page.getByLabel(/^Body/).fill('{"it\'s":"wrong"}')
  await sendAndWait()
  const shown = (await page.locator('.try-it-answer').textContent()) ?? ''
  expect(shown).toContain(`--data-raw '{"it'\\''s":"wrong"}'`)
  expect(shown).toContain('Bearer $COCKPIT_TOKEN')
  expect(token.length).toBeGreaterThan(100)
  expect(await page.content()).not.toContain(token)
})

test('a 400 shows which property is wrong', async () => {
  await open('createCustomer')
  await getToken()
  const body = page.getByLabel(/^Body/)
  await body.fill((await body.inputValue()).replace('"PT"', '"Portugal"'))
  expect(await sendAndWait()).toMatch(/^400 Bad Request/)
  expect(await page.getByLabel('Body', { exact: true }).textContent()).toContain('"propertyName": "country"')
})

test('a body that is not JSON is pointed out, and may be sent to see the answer', async () => {
  await open('createCustomer')
  await getToken()
  await page.getByLabel(/^Body/).fill('{')
  await page.getByText(/^Not valid JSON/).waitFor()
  expect(await sendAndWait()).toMatch(/^400/)
})

test('a read takes its parameters from the form', async () => {
  await open('listCustomers')
  await getToken()
  await page.getByLabel(/^searchValue/).fill('a b&c')
  expect(await sendAndWait()).toMatch(/^200 OK/)
  expect(sent.at(-1)).toContain('searchValue=a%20b%26c')
})

test('a token of another tenant brings its tenant along', async () => {
  await open('listCustomers')
  await page.getByLabel('as', { exact: true }).selectOption({ label: "Woodgrove's API Access (csp)" })
  await getToken()
  expect(await page.getByLabel(/X-Tenant/).inputValue()).toBe('portal.woodgrove.example')
  expect(await sendAndWait()).toMatch(/^200 OK/)
})

test('production asks for the name of the tenant, each time, and never gets the token of the sandbox', async () => {
  await page.route(`${production}/**`, (route) => route.abort())
  await open('createCustomer')
  await getToken()
  await page.getByLabel('Server').selectOption({ label: `production: ${production}` })
  expect(await page.getByLabel('Access token').inputValue()).toBe('')
  expect(await page.getByLabel(/X-Tenant/).inputValue()).toBe('')
  await page.getByText('may be billed').waitFor()
  await page.getByLabel('Access token').fill('a-production-token')
  const before = sent.length

  const button = page.getByRole('button', { name: 'Send' })
  await button.click()
  await page.getByLabel(/X-Tenant/).fill('portal.fabrikam.example')
  await button.click()
  const guard = page.getByLabel('To send this to production, type portal.fabrikam.example')
  await guard.fill('portal.fabrikam')
  await button.click()
  await guard.press('Enter')
  expect(sent.slice(before)).toEqual([])

  await guard.fill('portal.fabrikam.example')
  expect(await sendAndWait()).toContain('may have been applied')
  expect(sent.slice(before).filter((line) => line === `POST ${production}/v1/Customers`)).toHaveLength(1)
  expect(await guard.inputValue()).toBe('')

  await button.click()
  expect(sent.slice(before)).toHaveLength(1)
  await page.getByLabel('Server').selectOption({ label: `sandbox: http://localhost:4010` })
  expect(await page.getByLabel('Access token').inputValue()).not.toBe('a-production-token')
})

test('a sandbox that is not running is said to be so, with the command that starts it', async () => {
  const closed = await freePort()
  await open('createCustomer', `http://localhost:${closed}`)
  await page.getByRole('button', { name: 'Get a sandbox token' }).click()
  await page.getByText('Start it with "npm run sandbox"').first().waitFor()
  expect(await sendAndWait()).toContain('npm run sandbox')
})

test('the address of the sandbox must be on this machine', async () => {
  await open('createCustomer', 'https://collector.example')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('button', { name: 'Get a sandbox token' }).click()
  expect(sent).toEqual([])
})

test('a request can be cancelled, and a create that was is a doubt', async () => {
  await open('createCustomer')
  await getToken()
  await page.getByLabel(/X-Correlation-Id/).fill('5a9db0c5-0000-4000-8000-000000000001')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  expect(await outcome()).toMatch(/^Cancelled after \d+ ms\. The request may have been applied/)
})

test('a token with a line break is not sent, and is named', async () => {
  await open('listCustomers')
  await page.getByLabel('Access token').fill('čšž')
  expect(await sendAndWait()).toMatch(/^Not sent\. The token has a character/)
  expect(sent).toEqual([])
})

test('nothing is stored: no cookie, no storage, no database, no cache', async () => {
  await open('createCustomer')
  await getToken()
  await sendAndWait()
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookie: window.document.cookie,
  }))
  expect(stored).toEqual({ local: 0, session: 0, databases: 0, caches: 0, cookie: '' })
  expect(await context.cookies()).toEqual([])
  await page.reload()
  await page.getByText('Try it', { exact: true }).click()
  expect(await page.getByLabel('Access token').inputValue()).toBe('')
})

test('the keyboard alone is enough', async () => {
  await page.goto(`${pages.url}/getCustomer`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByLabel('Sandbox address').fill(sandbox.url)
  const token = page.getByRole('button', { name: 'Get a sandbox token' })
  await tabTo(token)
  await page.keyboard.press('Enter')
  await page.getByText(/^Got a token of/).waitFor()
  await tabTo(page.getByRole('button', { name: 'Send' }))
  await page.keyboard.press('Enter')
  expect(await outcome()).toMatch(/^(?:200|404)/)
})

test('axe finds nothing, with an answer and with production chosen', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await open('createCustomer')
  await getToken()
  await sendAndWait()
  expect(await violations(axe)).toEqual([])
  await page.getByLabel('Server').selectOption({ label: `production: ${production}` })
  expect(await violations(axe)).toEqual([])
})

test('the script is small: at most 8 kB compressed', async () => {
  expect(gzipSync(await consoleScript(), { level: 9 }).length).toBeLessThanOrEqual(8 * 1024)
})

async function tabTo(target: ReturnType<Page['getByRole']>): Promise<void> {
  for (let steps = 0; steps < 30; steps += 1) {
    if (await target.evaluate((element) => element === window.document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The keyboard does not reach the element.')
}

async function violations(axe: string): Promise<string[]> {
  await page.evaluate(axe)
  const found: unknown = await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
  )
  return Array.isArray(found) ? found.map(String) : ['axe gave no answer']
}

/** A port on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  await new Promise((resolve) => server.close(resolve))
  return bound !== null && typeof bound === 'object' ? bound.port : 0
}
