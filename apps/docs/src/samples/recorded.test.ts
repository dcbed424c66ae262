import document from '@cloudcockpit/openapi/openapi.json' with { type: 'json' }
import { expect, test, vi } from 'vitest'
import { operationIds } from './operation.ts'
import recordings from './recorded.json' with { type: 'json' }
import { exampleNames } from './request.ts'
import { samplesFor } from './samples.ts'
import { recordAll } from './record-all.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

test('the recorded answers are those that the sandbox gives; if not: npm run record -w @cloudcockpit/docs', async () => {
  expect(await recordAll(document)).toEqual(recordings)
})

test('every sample has a recorded answer, and it is a success', () => {
  for (const id of operationIds(document)) {
    for (const name of exampleNames(document, id)) {
      expect(samplesFor(document, id, name).recorded?.status, `${id}/${name}`).toBeOneOf([200, 201])
    }
  }
})
