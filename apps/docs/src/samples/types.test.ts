import document from '@cloudcockpit/openapi/openapi.json' with { type: 'json' }
import { expect, test, vi } from 'vitest'
import { operationIds } from './operation.ts'
import { exampleNames } from './request.ts'
import { samplesFor } from './samples.ts'
import { joined, readGuides } from './testing/guide-blocks.ts'
import { typeProblems } from './testing/type-check.ts'

vi.setConfig({ testTimeout: 120_000 })

const samples = operationIds(document).flatMap((id) =>
  exampleNames(document, id).map((name): [string, string] => {
    return [`${id}-${name}`, samplesFor(document, id, name).typescript]
  }),
)

const guides = readGuides()
const programs = guides.map((guide): [string, string] => [guide.name, joined(guide, 'ts')])
const alone = guides.flatMap(({ name, blocks }) =>
  blocks
    .filter(({ language, marks }) => language === 'ts' && marks.includes('check'))
    .map(({ source, line }): [string, string] => [`${name}-${line}`, source]),
)

/** A sample with a number that is a text: proof that the check can fail. */
const wrong = samplesFor(document, 'createReseller', 'microsoftTier1').typescript.replace(
  'value: 8',
  "value: '8'",
)

test('every TypeScript sample and every program of a guide type-checks, and a wrong one does not', () => {
  const problems = typeProblems(new Map([...samples, ...programs, ...alone, ['wrong', wrong]]))
  expect(samples.length).toBeGreaterThanOrEqual(10)
  expect(problems.filter((problem) => !problem.startsWith('wrong.ts:'))).toEqual([])
  expect(problems).toHaveLength(1)
})
