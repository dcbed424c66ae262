import { expect, test } from 'vitest'
import { loadContract } from './contract.ts'
import { errorCatalogue } from './error-catalogue.ts'
import { listOperations } from './operations/index.ts'

const catalogue = errorCatalogue(listOperations(loadContract()))

test('has every failure of the contract, each case once, at stable addresses', () => {
  expect(catalogue.map(({ anchor }) => anchor)).toEqual(
    expect.arrayContaining(['400', '401', '403', '404', '500']),
  )
  const anchors = catalogue.flatMap(({ cases }) => cases.map(({ anchor }) => anchor))
  expect(new Set(anchors).size).toBe(anchors.length)
  expect(anchors).toContain('ErrorCustomerZip')
})

test('says of each case what causes it, how to fix it, and where it happens', () => {
  for (const { example, operations } of catalogue.flatMap(({ cases }) => cases)) {
    const [cause, fix] = (example.description ?? '').split(/\n\s*\n/)
    expect([example.summary, Boolean(cause), Boolean(fix)]).toEqual([example.summary, true, true])
    expect(operations).not.toEqual([])
  }
})
