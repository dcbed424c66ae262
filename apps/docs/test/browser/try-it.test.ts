import { createServer } from 'node:http'
import { servers } from '@cloudcockpit/openapi/facts'
import { startSandbox, type Sandbox } from '@cloudcockpit/sandbox'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { sharedBrowser } from '../support/browser.ts'
import { accessibilityProblems } from './accessibility.ts'

const { production } = servers
const docs = inject('docs')

let sandbox: Sandbox
let browser: Browser
let context: BrowserContext
let page: Page
let panel: Locator
/** Every request that left the page for anywhere but its own origin. */
let sent: string[]
let problems: string[]

beforeAll(async () => {
  if (docs === undefined) return
  sandbox = await startSandbox()
  browser = await sharedBrowser()
  // One for all tests: what one leaves behind, another would find.
  context = await browser.newContext()
})
afterAll(async () => {
  if (docs === undefined) return
  await browser.close()
  await sandbox.close()
})

function origin(): string {
  return new URL(docs?.address ?? '').origin
}

async function open(operationId: string, address = sandbox.url): Promise<void> {
  await page.goto(`${docs?.address ?? ''}reference/${operationId}/`)
  await panel.getByText('Try it', { exact: true }).click()
  await panel.getByLabel('Sandbox address').fill(address)
}

async function getToken(): Promise<void> {
  await panel.getByRole('button', { name: 'Get a sandbox token' }).click()
  await panel.getByText(/^Got a token of/).waitFor()
}

/** The status line once it no longer says "Sending". */
async function sendAndWait(): Promise<string> {
  await panel.getByRole('button', { name: 'Send' }).click()
  return outcome()
}

async function outcome(): Promise<string> {
  const status = panel.locator('.try-it-status[data-outcome]')
  await status.waitFor()
  return (await status.textContent()) ?? ''
}

describe.skipIf(docs === undefined)('the try-it console', () => {
  beforeEach(async () => {
    sent = []
    problems = []
    page = await context.newPage()
    panel = page.locator('try-it')
    page.on('request', (request) => {
      if (!request.url().startsWith(origin())) {
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
    await page.close()
    if (problems.length > 0) throw new Error(problems.join('\n'))
  })

  test('a create succeeds, with a token had by one click, and nothing is sent before', async () => {
    await open('createCustomer')
    await panel
      .getByLabel('Example')
      .selectOption({ label: "A reseller's customer with full Microsoft data" })
    const body = panel.getByLabel(/^Body/)
    await body.fill((await body.inputValue()).replace('ERP-100235', 'ERP-try-it'))
    expect(sent).toEqual([])

    await getToken()
    expect(sent.map((line) => line.split('?')[0])).toEqual([
      expect.stringMatching(/^POST .*\/oauth2\/v2\.0\/token$/),
    ])

    const correlationId = await panel.getByLabel(/X-Correlation-Id/).inputValue()
    expect(await sendAndWait()).toMatch(/^201 Created in \d+ ms$/)
    expect(sent.filter((line) => line.startsWith('POST') && line.endsWith('/v1/Customers'))).toHaveLength(1)
    expect(await panel.getByLabel('Body', { exact: true }).textContent()).toMatch(/^"1b671a64-/)
    expect(await panel.getByLabel(/Headers/).textContent()).toContain('content-type: application/json')
    expect(await panel.getByLabel(/X-Correlation-Id/).inputValue()).not.toBe(correlationId)

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
    const token = await panel.getByLabel('Access token').inputValue()
    await panel.getByLabel(/^Body/).fill('{"it\'s":"wrong"}')
    await sendAndWait()
    const shown = (await panel.locator('.try-it-answer').textContent()) ?? ''
    expect(shown).toContain(`--data-raw '{"it'\\''s":"wrong"}'`)
    expect(shown).toContain('Bearer $COCKPIT_TOKEN')
    expect(token.length).toBeGreaterThan(100)
    expect(await page.content()).not.toContain(token)
  })

  test('a 400 shows which property is wrong', async () => {
    await open('createCustomer')
    await getToken()
    const body = panel.getByLabel(/^Body/)
    await body.fill((await body.inputValue()).replace('"PT"', '"Portugal"'))
    expect(await sendAndWait()).toMatch(/^400 Bad Request/)
    expect(await panel.getByLabel('Body', { exact: true }).textContent()).toContain(
      '"propertyName": "country"',
    )
  })

  test('a body that is not JSON is pointed out, and may be sent to see the answer', async () => {
    await open('createCustomer')
    await getToken()
    await panel.getByLabel(/^Body/).fill('{')
    await panel.getByText(/^Not valid JSON/).waitFor()
    expect(await sendAndWait()).toMatch(/^400/)
  })

  test('a read takes its parameters from the form', async () => {
    await open('listCustomers')
    await getToken()
    await panel.getByLabel(/^searchValue/).fill('a b&c')
    expect(await sendAndWait()).toMatch(/^200 OK/)
    expect(sent.at(-1)).toContain('searchValue=a%20b%26c')
  })

  test('a token of another tenant brings its tenant along', async () => {
    await open('listCustomers')
    await panel.getByLabel('as', { exact: true }).selectOption({ label: "Woodgrove's API Access (csp)" })
    await getToken()
    expect(await panel.getByLabel(/X-Tenant/).inputValue()).toBe('portal.woodgrove.example')
    expect(await sendAndWait()).toMatch(/^200 OK/)
  })

  test('production asks for the name of the tenant, each time, and never gets the token of the sandbox', async () => {
    await page.route(`${production}/**`, (route) => route.abort())
    await open('createCustomer')
    await getToken()
    await panel.getByLabel('Server').selectOption({ label: `production: ${production}` })
    expect(await panel.getByLabel('Access token').inputValue()).toBe('')
    expect(await panel.getByLabel(/X-Tenant/).inputValue()).toBe('')
    await panel.getByText('may be billed').waitFor()
    await panel.getByLabel('Access token').fill('a-production-token')
    const before = sent.length

    const button = panel.getByRole('button', { name: 'Send' })
    await button.click()
    await panel.getByLabel(/X-Tenant/).fill('portal.fabrikam.example')
    await button.click()
    const guard = panel.getByLabel('To send this to production, type portal.fabrikam.example')
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
    await panel.getByLabel('Server').selectOption({ label: `sandbox: http://localhost:4010` })
    expect(await panel.getByLabel('Access token').inputValue()).not.toBe('a-production-token')
  })

  test('a sandbox that is not running is said to be so, with the command that starts it', async () => {
    const closed = await freePort()
    await open('createCustomer', `http://localhost:${closed}`)
    await panel.getByRole('button', { name: 'Get a sandbox token' }).click()
    await panel.getByText('Start it with "npm run sandbox"').first().waitFor()
    expect(await sendAndWait()).toContain('npm run sandbox')
  })

  test('the address of the sandbox must be on this machine', async () => {
    await open('createCustomer', 'https://collector.example')
    await panel.getByRole('button', { name: 'Send' }).click()
    await panel.getByRole('button', { name: 'Get a sandbox token' }).click()
    expect(sent).toEqual([])
  })

  test('a request can be cancelled, and a create that was is a doubt', async () => {
    await open('createCustomer')
    await getToken()
    await panel.getByLabel(/X-Correlation-Id/).fill('5a9db0c5-0000-4000-8000-000000000001')
    await panel.getByRole('button', { name: 'Send' }).click()
    await panel.getByRole('button', { name: 'Cancel' }).click()
    expect(await outcome()).toMatch(/^Cancelled after \d+ ms\. The request may have been applied/)
  })

  test('a token that no header may carry is not sent, and is named', async () => {
    await open('listCustomers')
    await panel.getByLabel('Access token').fill('čšž')
    expect(await sendAndWait()).toMatch(/^Not sent\. The token has a character/)
    expect(sent).toEqual([])
  })

  test('nothing of it is stored: no cookie, no storage, no database, no cache', async () => {
    await open('createCustomer')
    await getToken()
    await sendAndWait()
    const { keys, ...rest } = await stored()
    // The shell remembers the theme and where the navigation stood.
    expect(keys.filter((key) => !/^(?:starlight-theme|sl-sidebar-state)$/.test(key))).toEqual([])
    expect(rest).toEqual({ databases: 0, caches: 0, cookie: '' })
    expect(await context.cookies()).toEqual([])
    await page.reload()
    await panel.getByText('Try it', { exact: true }).click()
    expect(await panel.getByLabel('Access token').inputValue()).toBe('')
  })

  test('the keyboard alone is enough', async () => {
    await page.goto(`${docs?.address ?? ''}reference/getCustomer/`)
    await panel.locator('summary').focus()
    await page.keyboard.press('Enter')
    await panel.getByLabel('Sandbox address').fill(sandbox.url)
    await tabTo(panel.getByRole('button', { name: 'Get a sandbox token' }))
    await page.keyboard.press('Enter')
    await panel.getByText(/^Got a token of/).waitFor()
    await tabTo(panel.getByRole('button', { name: 'Send' }))
    await page.keyboard.press('Enter')
    expect(await outcome()).toMatch(/^(?:200|404)/)
  })

  test('axe finds nothing, with an answer and with production chosen', async () => {
    await open('createCustomer')
    await getToken()
    await sendAndWait()
    expect(await accessibilityProblems(page, 'try-it')).toEqual([])
    await panel.getByLabel('Server').selectOption({ label: `production: ${production}` })
    expect(await accessibilityProblems(page, 'try-it')).toEqual([])
  })
})

/** What the page keeps in the browser. */
function stored(): Promise<{ keys: string[]; databases: number; caches: number; cookie: string }> {
  return page.evaluate(async () => ({
    keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookie: window.document.cookie,
  }))
}

async function tabTo(target: Locator): Promise<void> {
  for (let steps = 0; steps < 30; steps += 1) {
    if (await target.evaluate((element) => element === window.document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The keyboard does not reach the element.')
}

/** A port on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  await new Promise((resolve) => server.close(resolve))
  return bound !== null && typeof bound === 'object' ? bound.port : 0
}
