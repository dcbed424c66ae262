import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { loadContract } from '../../src/reference/contract.ts'
import { listOperations } from '../../src/reference/operations/index.ts'
import { sharedBrowser } from '../support/browser.ts'

const site = inject('docs')

describe.skipIf(site === undefined)('with JavaScript off', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await sharedBrowser()
  })

  afterAll(async () => {
    await browser.close()
  })

  test('a reader unfolds a nested property, sees its facts, the samples and the answers', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1440, height: 900 },
    })
    const page = await context.newPage()
    await page.goto(`${site?.address ?? ''}reference/createCustomer/`)
    const nested = page.locator(
      '[id="request-body.providerCustomers.~value.microsoftCustomerAgreement.attestationId"]',
    )
    expect(await nested.isVisible()).toBe(false)
    const outer = page.locator('li:has(> .sig > [id="request-body.providerCustomers"])')
    await outer.locator('> details.inside > summary').click()
    await outer
      .locator('li:has(> .sig > [id$=".microsoftCustomerAgreement"]) > details.inside > summary')
      .click()
    expect(await nested.isVisible()).toBe(true)
    const text = await page.locator('article').innerText()
    for (const fact of [
      'X-Tenant',
      'max length',
      'required',
      'map of uuid to ProviderCustomer | null',
      'clientCredentials',
    ]) {
      expect(text).toContain(fact)
    }
    expect(await page.locator('.in-curl').first().isVisible()).toBe(true)
    await page.getByText('TypeScript', { exact: true }).click()
    expect(await page.locator('.in-typescript').first().isVisible()).toBe(true)
    expect(await page.locator('.in-curl').first().isVisible()).toBe(false)
    await context.close()
  })

  test('the address of a folded property unfolds it', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    const id = 'request-body.providerCustomers.~value.providerInstanceId'
    await page.goto(`${site?.address ?? ''}reference/createCustomer/#${id}`)
    expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true)
    await context.close()
  })

  test('every operation has its page', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    for (const { id, summary } of listOperations(loadContract())) {
      await page.goto(`${site?.address ?? ''}reference/${id}/`)
      expect(await page.locator('h1').innerText()).toBe(summary)
    }
    await context.close()
  })
})
