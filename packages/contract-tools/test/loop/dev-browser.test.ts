import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DevProcess } from './dev-process.ts'
import { Scratch } from '../scratch.ts'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
)
const path = 'openapi/paths/v1_Customers_{customerId}.yaml'

/** `npm run dev` whole, with the docs, the sandbox and a real browser; without a browser there is nothing to look with. */
describe.runIf(executablePath !== undefined)('a save reaches', () => {
  let scratch: Scratch
  let dev: DevProcess
  let browser: Browser | undefined
  let page: Page

  beforeAll(async () => {
    scratch = await Scratch.of('openapi', 'packages', 'apps', 'tsconfig.base.json', 'package.json')
    await scratch.copyPackages()
    dev = new DevProcess(scratch, '--docs-port', '0', '--sandbox-port', '0')
    await dev.until(() => docsUrl() !== undefined && sandboxUrl() !== undefined && /^ready/m.test(dev.output))
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ],
    })
    page = await browser.newPage()
    // Only from then on does the page hear of changes.
    const connected = page.waitForEvent('console', {
      predicate: (message) => message.text().includes('[vite] connected'),
      timeout: 120_000,
    })
    await page.goto(`${docsUrl() ?? ''}/reference/getCustomer/`, { timeout: 120_000 })
    await connected
  })

  afterAll(async () => {
    await browser?.close()
    await dev.stop()
    await scratch.remove()
  })

  test('the page that is open in a browser, in about two seconds', async () => {
    const times: number[] = []
    for (const nth of ['first', 'second', 'third', 'fourth', 'last']) {
      const words = `Words of the ${nth} save.`
      const text = await scratch.read(path)
      dev.output = ''
      await scratch.write(path, text.replace(/description: \|-\n.*\n/, `description: |-\n    ${words}\n`))
      const saved = performance.now()
      await page.getByText(words).first().waitFor({ timeout: 60_000 })
      times.push(performance.now() - saved)
      // An author saves again when this save has been followed to its end, or later.
      await dev.until(() => /^client/m.test(dev.output))
    }
    process.stdout.write(`save to page: ${times.map((time) => `${(time / 1000).toFixed(2)} s`).join(', ')}\n`)
    // The target is two seconds on a quiet machine; tests share it with others.
    expect(Math.min(...times)).toBeLessThan(10_000)
  })

  test('nothing when it breaks the contract: page and routes stay as they were', async () => {
    const text = await scratch.read(path)
    await scratch.write(path, text.replace('operationId: getCustomer', 'operationId: get Customer'))
    await dev.until(() => dev.output.includes('the last good contract is still served'))
    await page.reload()
    expect(await page.getByText('Words of the last save.').count()).toBeGreaterThan(0)
    expect(await statusOf('/v1/Customers/1b671a64-40d5-491e-99b0-da01ff1f3341')).toBe(401)
    dev.output = ''
    await scratch.write(path, text)
    await dev.until(() => /^types/m.test(dev.output))
  })

  test('the sandbox, whose new route answers', async () => {
    const url = '/v1/Customers/1b671a64-40d5-491e-99b0-da01ff1f3341/licences'
    expect(await statusOf(url)).toBe(404)
    const text = await scratch.read(path)
    const moved = path.replace('.yaml', '_licences.yaml')
    const operation = text.replace('operationId: getCustomer', 'operationId: listCustomerLicences')
    await scratch.write(
      moved,
      operation.replace('  x-roles', '  x-sandbox:\n    implemented: false\n  x-roles'),
    )
    await scratch.replace(
      'openapi/openapi.yaml',
      '  /v1/Resellers:\n',
      `  /v1/Customers/{customerId}/licences:\n    $ref: ${moved.replace('openapi/', '')}\n  /v1/Resellers:\n`,
    )
    const saved = performance.now()
    // The route is there: the sandbox now asks for a token.
    await dev.until(async () => (await statusOf(url)) === 401)
    process.stdout.write(`save to route: ${((performance.now() - saved) / 1000).toFixed(2)} s\n`)
  })

  let known: { docs?: string; sandbox?: string } = {}

  function docsUrl(): string | undefined {
    const docs = known.docs ?? /^docs +(http:\/\/localhost:\d+)/m.exec(dev.output)?.[1]
    if (docs !== undefined) known = { ...known, docs }
    return docs
  }

  function sandboxUrl(): string | undefined {
    const sandbox = known.sandbox ?? /answers at (http:\/\/[^ ]+:\d+)/.exec(dev.output)?.[1]
    if (sandbox !== undefined) known = { ...known, sandbox }
    return sandbox
  }

  async function statusOf(url: string): Promise<number> {
    return fetch(`${sandboxUrl() ?? ''}${url}`).then(
      ({ status }) => status,
      () => 0,
    )
  }
})
