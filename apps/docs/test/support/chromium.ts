import { existsSync } from 'node:fs'
import { type BrowserServer, chromium } from 'playwright-core'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is; `CHROMIUM_PATH` wins. */
export const chromiumPath = process.env['CHROMIUM_PATH'] ?? candidates.find((path) => existsSync(path))

/**
 * Whether the browser gates can run. Says so loudly when they cannot, and fails where they must run.
 * @throws Error in CI without Chromium
 */
export function hasChromium(): boolean {
  if (chromiumPath !== undefined) return true
  const message =
    'Chromium is missing: the browser gates of the docs DID NOT RUN. Install it or set CHROMIUM_PATH.'
  if (process.env['CI'] === 'true') throw new Error(message)
  complain(`\n${'!'.repeat(100)}\n${message}\n${'!'.repeat(100)}\n`)
  return false
}

/** Starts Chromium without any network use of its own, for all test files together. */
export function launchServer(): Promise<BrowserServer> {
  if (chromiumPath === undefined) throw new Error('Chromium is missing.')
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launchServer({ executablePath: chromiumPath, args })
}

/** Writes a line for people who look for what went wrong. */
function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}
