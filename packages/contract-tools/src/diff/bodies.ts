import type { Json, JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import { type Comparison, inside, type Place, same } from './comparison.ts'
import { compareMarks, compareWords } from './marks.ts'
import { compareSchemas } from './schemas.ts'
import { show } from './words.ts'

/** Compares what an operation takes as its body. */
export function compareRequestBodies(
  comparison: Comparison,
  operation: Place,
  before: Json | undefined,
  after: Json | undefined,
): void {
  if (before === undefined && after === undefined) return
  const older = comparison.resolveOlder(before).value
  const newer = comparison.resolveNewer(after).value
  const at = { ...inside(operation, ' body', 'requestBody'), side: 'request' as const }
  const required = newer['required'] === true
  if (before === undefined)
    comparison.values(at, required ? 'narrower' : 'wider', {
      rule: 'body-added',
      statement: `\`${operation.subject}\` now takes a body${required ? ', and it must be sent' : ''}.`,
    })
  else if (after === undefined)
    comparison.values(at, 'different', {
      rule: 'body-removed',
      statement: `\`${operation.subject}\` no longer takes a body.`,
    })
  else compareBody(comparison, at, older, newer)
}

function compareBody(comparison: Comparison, at: Place, older: JsonObject, newer: JsonObject): void {
  const [was, is] = [older['required'] === true, newer['required'] === true]
  if (was !== is)
    comparison.values(at, is ? 'narrower' : 'wider', {
      rule: is ? 'required' : 'optional',
      statement: `\`${at.subject}\` ${is ? 'must now be sent' : 'may now be left out'}.`,
    })
  compareWords(comparison, at, older, newer)
  compareMarks(comparison, at, older, newer)
  compareContent(comparison, at, older, newer)
}

/** Compares media types and the schemas under them. */
export function compareContent(
  comparison: Comparison,
  at: Place,
  older: JsonObject,
  newer: JsonObject,
): void {
  const [before, after] = [objectAt(older, 'content'), objectAt(newer, 'content')]
  const several = Object.keys(before).length > 1 || Object.keys(after).length > 1
  for (const type of Object.keys(before)) {
    if (Object.hasOwn(after, type)) {
      const place = inside(at, several ? ` ${type}` : '', 'content', type)
      compareMediaType(comparison, place, objectAt(before, type), objectAt(after, type))
    } else
      comparison.breaking(inside(at, '', 'content', type), {
        rule: 'media-type-removed',
        statement: `\`${at.subject}\` is no longer ${at.side === 'response' ? 'sent' : 'taken'} as \`${type}\`.`,
        consequence:
          at.side === 'response'
            ? 'Callers that read this form find another.'
            : 'Bodies in this form are refused now.',
      })
  }
  for (const type of Object.keys(after)) {
    if (Object.hasOwn(before, type)) continue
    comparison.additive(inside(at, '', 'content', type), {
      rule: 'media-type-added',
      statement: `\`${at.subject}\` may now be ${at.side === 'response' ? 'asked for' : 'sent'} as \`${type}\`.`,
      consequence: 'The other forms stay.',
    })
  }
}

function compareMediaType(comparison: Comparison, at: Place, older: JsonObject, newer: JsonObject): void {
  compareWords(
    comparison,
    at,
    withExamples(older, comparison, 'resolveOlder'),
    withExamples(newer, comparison, 'resolveNewer'),
  )
  compareSchemas(comparison, at, older['schema'], newer['schema'])
  if (same(older['encoding'], newer['encoding'])) return
  comparison.values(at, 'different', {
    rule: 'encoding',
    statement: `The encoding of \`${at.subject}\` changed from ${show(older['encoding'])} to ${show(newer['encoding'])}.`,
  })
}

/** Examples are compared by what they show, not by the name of the reference. */
function withExamples(
  mediaType: JsonObject,
  comparison: Comparison,
  resolve: 'resolveOlder' | 'resolveNewer',
): JsonObject {
  const examples = Object.entries(objectAt(mediaType, 'examples'))
  const shown = Object.fromEntries(
    examples.map(([name, example]) => [name, comparison[resolve](example).value]),
  )
  return { ...mediaType, examples: shown }
}
