import document from '@cloudcockpit/openapi/openapi.json' with { type: 'json' }
import { startSandbox } from '@cloudcockpit/sandbox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOperation, operationIds } from './operation.ts'
import { exampleNames } from './request.ts'
import { samplesFor } from './samples.ts'
import { runProgram } from './testing/run.ts'
import { typeProblems } from './testing/type-check.ts'

const samples = operationIds(document).flatMap((id) =>
  exampleNames(document, id).map((name) => [id, name] as const),
)
const isRead = (id: string): boolean => findOperation(document, id).method === 'GET'

let sandbox: Awaited<ReturnType<typeof startSandbox>>
beforeAll(async () => {
  sandbox = await startSandbox({ database: 'memory:', logLevel: 'error' })
})
afterAll(() => sandbox.close())

async function output(id: string, name: string): Promise<string> {
  const { typescript } = samplesFor(document, id, name, { server: sandbox.url })
  return runProgram(typescript, { env: { COCKPIT_TOKEN: await sandbox.token() } })
}

test('every TypeScript sample type-checks', () => {
  const programs = samples.map(
    ([id, name]) => [`${id}-${name}`, samplesFor(document, id, name).typescript] as const,
  )
  expect(typeProblems(new Map(programs))).toEqual([])
})

test('a property that the contract does not know is a type error', () => {
  const { typescript } = samplesFor(document, 'createReseller', 'microsoftTier1')
  const wrong = typescript.replace('value: 8', 'value: "8"')
  expect(typeProblems(new Map([['wrong', wrong]])).join('\n')).toContain('wrong.ts:')
})

test.each(samples.filter(([id]) => !isRead(id)))('%s %s runs and prints the new id', async (id, name) => {
  expect(await output(id, name)).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\n$/)
})

test.each(samples.filter(([id]) => isRead(id)))('%s %s runs and finds what was created', async (id, name) => {
  expect(await output(id, name)).toContain('companyName')
})
