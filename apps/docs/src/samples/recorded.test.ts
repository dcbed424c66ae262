import document from '@cloudcockpit/openapi/openapi.json' with { type: 'json' }
import { expect, test, vi } from 'vitest'
import { findOperation, operationIds } from './operation.ts'
import recordings from './recorded.json' with { type: 'json' }
import { exampleNames } from './request.ts'
import { samplesFor } from './samples.ts'
import { record } from './record.ts'
import { recordAll } from './record-all.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

test('the recorded answers are those that the sandbox gives; if not: npm run record -w @cloudcockpit/docs', async () => {
  expect(await recordAll(document)).toEqual(recordings)
})

test('every sample of what the sandbox does has a recorded answer, a success; what it does not do has none', () => {
  for (const id of operationIds(document)) {
    const { inSandbox } = findOperation(document, id)
    for (const name of exampleNames(document, id)) {
      const expected = inSandbox ? expect.toBeOneOf([200, 201]) : undefined
      expect(samplesFor(document, id, name).recorded?.status, `${id}/${name}`).toEqual(expected)
    }
  }
})

test('a new operation that the sandbox does not do yet is not recorded, and no request is sent for it', async () => {
  const operation = { operationId: 'brandNew', 'x-sandbox': { implemented: false }, responses: {} }
  const added = { ...document, paths: { '/v1/New': { post: operation } } }
  // Nothing listens there: a request would fail.
  expect(await record(added, { url: 'http://127.0.0.1:1', token: 'unused' })).toEqual({})
})
