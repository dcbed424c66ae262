import type { BrowserContext, Page } from 'playwright-core'

/** What a visit saw of a page. */
export interface Visit {
  page: Page
  /** Errors on the console, and uncaught ones. */
  errors: string[]
  /** Requests that left the site's origin. */
  foreign: string[]
  /** Breaches of the policy. */
  violations: string[]
  /** How many bytes came over the wire, headers included: all, and scripts. */
  bytes: { all: number; scripts: number }
}

/**
 * Opens a page and watches it.
 * @param context a fresh context
 * @param address where the page is
 */
export async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage()
  const seen: Visit = { page, errors: [], foreign: [], violations: [], bytes: { all: 0, scripts: 0 } }
  const { origin } = new URL(address)
  page.on('console', (message) => {
    const text = message.text()
    if (/Content Security Policy/i.test(text)) seen.violations.push(text)
    else if (message.type() === 'error') seen.errors.push(`${text} ${message.location().url}`)
  })
  page.on('pageerror', (error) => seen.errors.push(error.message))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) seen.foreign.push(url)
  })
  await countBytes(context, seen)
  await page.addInitScript(watchLayout)
  await page.goto(address, { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready)
  return seen
}

async function countBytes(context: BrowserContext, seen: Visit): Promise<void> {
  const session = await context.newCDPSession(seen.page)
  const scripts = new Set<string>()
  await session.send('Network.enable')
  // Pages share a context; each is to be weighed as the first that a reader opens.
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    seen.bytes.all += encodedDataLength
    if (scripts.has(requestId)) seen.bytes.scripts += encodedDataLength
  })
}

function watchLayout(): void {
  const shifts: number[] = []
  Object.assign(window, { shifts })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ('value' in entry && typeof entry.value === 'number') shifts.push(entry.value)
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** The sum of all layout shifts so far. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { shifts } = window as Window & { shifts?: number[] }
    return (shifts ?? []).reduce((sum, shift) => sum + shift, 0)
  })
}

/**
 * Waits until code that scrolls sideways can be reached by keyboard: Starlight's script sees to it when the browser
 * is idle. A page where it never happens is left to the accessibility check.
 */
export async function codeReachable(page: Page): Promise<void> {
  const reachable = () =>
    [...document.querySelectorAll('.expressive-code pre')].every(
      (code) => code.scrollWidth <= code.clientWidth || code.hasAttribute('tabindex'),
    )
  await page.waitForFunction(reachable, undefined, { timeout: 5000 }).catch(() => undefined)
}

/** Unfolds everything that can be unfolded. Exclusive groups are dissolved first. */
export async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) {
      details.removeAttribute('name')
      details.open = true
    }
  })
}

/** By how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
