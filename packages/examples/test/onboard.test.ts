import { requestExamples } from '@cloudcockpit/openapi/examples'
import { startSandbox } from '@cloudcockpit/sandbox'
import { expect, test } from 'vitest'
import { onboard } from '../src/onboard.ts'

test('every create example is a typed request that the sandbox accepts and gives back', async () => {
  const sandbox = await startSandbox()
  try {
    const onboarded = await onboard(sandbox)
    const { createReseller, createCustomer } = requestExamples
    const sent = [...Object.values(createReseller), ...Object.values(createCustomer)]
    expect(onboarded.map(({ companyName }) => companyName)).toEqual(
      sent.map(({ companyName }) => companyName),
    )
    expect(new Set(onboarded.map(({ id }) => id)).size).toBe(sent.length)
    expect(sandbox.violations).toEqual([])
  } finally {
    await sandbox.close()
  }
})
