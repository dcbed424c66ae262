import { expect, test } from 'vitest'
import { operationPage } from './operation-page.ts'
import { listOperations } from './operations/index.ts'

const content = {
  'text/csv': { schema: { type: 'string' }, examples: { rows: { summary: 'As rows', value: 'a,b' } } },
  'application/json': { schema: { type: 'string' }, examples: { text: { value: 'a' } } },
}
const document = {
  openapi: '3.1.0',
  paths: { '/things': { put: { requestBody: { content }, responses: {} } } },
  webhooks: { made: { post: { requestBody: { content }, responses: {} } } },
}
const [operation, webhook] = listOperations(document)

test('examples of media types that samples are not written in stand beside the body', () => {
  const page = operation && operationPage(document, operation)
  expect(page?.requestBody?.unsampled.map(({ mediaType }) => mediaType)).toEqual(['text/csv'])
})

test('a webhook has no samples, so that all its examples stand beside the body', () => {
  const page = webhook && operationPage(document, webhook)
  expect(page?.requestBody?.unsampled.map(({ mediaType }) => mediaType)).toEqual(Object.keys(content))
})
