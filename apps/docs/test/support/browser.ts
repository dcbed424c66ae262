import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/**
 * The one browser of all test files. Closing what is given here ends the pages that came of it, not the browser.
 * @throws Error when there is no browser: ask whether a site is there first
 */
export function sharedBrowser(): Promise<Browser> {
  const address = inject('browser')
  if (address === undefined) throw new Error('Chromium was not started.')
  return chromium.connect(address)
}
