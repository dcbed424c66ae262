import document from '@cloudcockpit/openapi/openapi.json' with { type: 'json' }
import { startSandbox, type Sandbox } from '@cloudcockpit/sandbox'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findOperation, operationIds } from './operation.ts'
import { exampleNames } from './request.ts'
import { samplesFor } from './samples.ts'
import { runProgram } from './testing/run.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const done = operationIds(document).filter((id) => findOperation(document, id).inSandbox)
const samples = done.flatMap((id) => exampleNames(document, id).map((name) => [id, name] as const))
const isRead = (id: string): boolean => findOperation(document, id).method === 'GET'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

async function output(id: string, name: string): Promise<string> {
  const { typescript } = samplesFor(document, id, name, { server: sandbox.url })
  return runProgram(typescript, { env: { COCKPIT_TOKEN: await sandbox.token() } })
}

test.each(samples.filter(([id]) => !isRead(id)))('%s %s runs and prints the new id', async (id, name) => {
  expect(await output(id, name)).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\n$/)
})

test.each(samples.filter(([id]) => isRead(id)))('%s %s runs and finds what was created', async (id, name) => {
  expect(await output(id, name)).toContain('companyName')
})
