import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { loadContract } from '../../src/reference/contract.ts'
import { listAt, objectAt, textAt } from '../../src/reference/json.ts'
import { resolve } from '../../src/reference/references.ts'
import { sharedBrowser } from '../support/browser.ts'
import { accessibilityProblems } from './accessibility.ts'
import { visit } from './visit.ts'

const sites = { docs: inject('docs'), hostile: inject('hostile') }

/** What a caller sees of an error, and what the catalogue calls it: both from the contract. */
const zipError = readZipError()

function readZipError(): { title: string; description: string } {
  const { value } = resolve(loadContract(), { $ref: '#/components/examples/ErrorCustomerZip' })
  const [detail] = listAt(objectAt(value, 'value'), 'errors')
  const [description] = listAt(detail, 'description')
  return { title: textAt(value, 'summary') ?? '', description: String(description) }
}

async function results(page: Page, query: string): Promise<string[]> {
  await page.fill('docs-search input', query)
  await page.locator(`docs-search[data-answered="${query}"]`).waitFor()
  return page.$$eval('docs-search .results a', (links) => links.map((link) => link.textContent))
}

describe.skipIf(sites.docs === undefined)('search', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await sharedBrowser()
  })

  afterAll(async () => {
    await browser.close()
  })

  test('finds nested properties, error texts and guides, says where, and breaks no policy', async () => {
    const context = await browser.newContext()
    const seen = await visit(context, sites.docs?.address ?? '')
    const { page } = seen
    await page.keyboard.press('/')
    expect((await results(page, 'attestationId')).slice(0, 2)).toEqual([
      'Create a customer',
      'request body › providerCustomers › microsoftCustomerAgreement › attestationId',
    ])
    expect((await results(page, zipError.description)).slice(0, 2)).toEqual([
      'Error catalogue',
      zipError.title,
    ])
    expect(await results(page, 'correlation support')).toContain('Errors and support')
    expect(await results(page, 'qqqqzzzz')).toEqual([])
    expect(await accessibilityProblems(page, 'docs-search')).toEqual([])
    expect([seen.violations, seen.foreign, seen.errors]).toEqual([[], [], []])
    await context.close()
  })

  test('works by keyboard alone and leads to the property, unfolded', async () => {
    const context = await browser.newContext()
    const { page } = await visit(context, `${sites.docs?.address ?? ''}errors/`)
    await page.keyboard.press('Control+k')
    await results(page, 'attestationId')
    await page.locator('docs-search a.hit', { hasText: 'request body' }).first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/createCustomer\/.*#request-body/)
    expect(await page.locator('[id$="microsoftCustomerAgreement.attestationId"]').first().isVisible()).toBe(
      true,
    )
    await context.close()
  })

  test('shows hostile texts as texts', async () => {
    const context = await browser.newContext()
    const seen = await visit(context, sites.hostile?.address ?? '')
    await seen.page.keyboard.press('/')
    expect(await results(seen.page, 'pwned')).not.toEqual([])
    expect(await seen.page.evaluate(() => 'pwned' in window)).toBe(false)
    expect([seen.violations, seen.foreign, seen.errors]).toEqual([[], [], []])
    await context.close()
  })
})
