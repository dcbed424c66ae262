import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sharedBrowser } from '../support/browser.ts'
import { pagePaths } from '../support/pages.ts'
import { accessibilityProblems, colourProblems, keepsShapeInTheDark } from './accessibility.ts'
import { codeReachable, layoutShift, overflow, unfoldAll, visit } from './visit.ts'

const sites = { docs: inject('docs'), hostile: inject('hostile') }
let browser: Browser | undefined
let context: BrowserContext | undefined

/** The one context that all pages share: a context of its own for each costs more than its page. */
function sharedContext(): BrowserContext {
  if (context === undefined) throw new Error('Chromium was not started.')
  return context
}

beforeAll(async () => {
  if (sites.docs === undefined) return
  browser = await sharedBrowser()
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
})

afterAll(async () => {
  await browser?.close()
})

for (const [name, site] of Object.entries(sites)) {
  describe.skipIf(site === undefined)(`every page of ${name}`, () => {
    const paths = site === undefined ? [] : pagePaths(site.folder)

    test.concurrent.each(paths)('%s keeps the promises', async (path) => {
      const seen = await visit(sharedContext(), `${site?.address ?? ''}${path}`)
      const { page } = seen
      try {
        await page.waitForTimeout(150)
        expect(await layoutShift(page), 'layout shift').toBeLessThanOrEqual(0.05)
        // The hostile page's texts are swollen on purpose.
        const limit = name === 'docs' ? { all: 70_000, scripts: 35_000 } : { all: 100_000, scripts: 35_000 }
        expect(seen.bytes.all, 'bytes in all').toBeLessThanOrEqual(limit.all)
        expect(seen.bytes.scripts, 'bytes of scripts').toBeLessThanOrEqual(limit.scripts)
        await unfoldAll(page)
        await codeReachable(page)
        expect(await accessibilityProblems(page), 'accessibility, light').toEqual([])
        // Markup and layout are the same in both themes, so that only rules about colours can differ.
        expect(await keepsShapeInTheDark(page), 'the same shape, dark').toBe(true)
        expect(await colourProblems(page), 'accessibility, dark').toEqual([])
        await page.setViewportSize({ width: 390, height: 844 })
        expect(await overflow(page), 'horizontal overflow at 390 px').toBe(0)
        expect(seen.violations, 'breaches of the policy').toEqual([])
        expect(seen.foreign, 'requests to others').toEqual([])
        expect(seen.errors, 'console errors').toEqual([])
        expect(await page.evaluate(() => 'pwned' in window), 'injected script').toBe(false)
      } finally {
        await page.close()
      }
    })
  })
}

describe.skipIf(sites.docs === undefined)('the check of accessibility', () => {
  test.each(['light', 'dark'])('finds one pale text and one button without a name, %s', async (theme) => {
    const { page } = await visit(sharedContext(), `${sites.docs?.address ?? ''}reference/createCustomer/`)
    await unfoldAll(page)
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
    await page.evaluate(() => {
      const pale = [...document.querySelectorAll<HTMLElement>('.props .facts code')].at(-1)
      if (pale) pale.style.color = '#777'
      document.querySelector('article')?.append(document.createElement('button'))
    })
    const rules = (await accessibilityProblems(page)).map((problem) => problem.split(' ')[0])
    expect(new Set(rules)).toEqual(new Set(['button-name', 'color-contrast']))
    await page.close()
  })
})
