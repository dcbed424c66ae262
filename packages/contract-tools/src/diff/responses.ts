import { isObject, type Json, type JsonObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import { compareContent } from './bodies.ts'
import { type Comparison, inside, type Place, same } from './comparison.ts'
import { compareMarks, compareWords } from './marks.ts'
import { compareSchemas } from './schemas.ts'

/** Compares the answers of an operation, status by status. */
export function compareResponses(
  comparison: Comparison,
  operation: Place,
  older: JsonObject,
  newer: JsonObject,
): void {
  for (const status of new Set([...Object.keys(older), ...Object.keys(newer)])) {
    const place: Place = { ...inside(operation, ` ${status}`, 'responses', status), side: 'response' }
    const [before, after] = [older[status], newer[status]]
    if (before === undefined) reportStatus(comparison, place, status, true)
    else if (after === undefined) reportStatus(comparison, place, status, false)
    else compareResponse(comparison, place, before, after)
  }
}

/** A caller must know each success by name; a failure is recognised by its class. */
function reportStatus(comparison: Comparison, at: Place, status: string, added: boolean): void {
  const failure = /^[45]/.test(status)
  const statement = `\`${at.subject}\` ${added ? 'is a new answer' : 'is no longer an answer'}.`
  const rule = added ? 'status-added' : 'status-removed'
  if (failure)
    comparison.additive(at, { rule, statement, consequence: 'Callers treat every 4xx and 5xx as a failure.' })
  else
    comparison.breaking(at, {
      rule,
      statement,
      consequence: added
        ? 'Callers that know the other answers only do not expect this one.'
        : 'Callers that wait for it never see it.',
    })
}

function compareResponse(comparison: Comparison, at: Place, before: Json, after: Json): void {
  const older = comparison.resolveOlder(before)
  const newer = comparison.resolveNewer(after)
  const shared = older.name !== undefined && older.name === newer.name ? older.name : undefined
  const node = shared === undefined ? at.node : `response ${shared}`
  if (shared !== undefined && !comparison.enter(node, at.node)) return
  const place =
    shared === undefined ? at : { ...at, subject: shared, pointer: `/components/responses/${shared}`, node }
  compareWords(comparison, place, older.value, newer.value)
  compareMarks(comparison, place, older.value, newer.value)
  compareBodyPresence(comparison, place, older.value, newer.value)
  compareHeaders(comparison, place, objectAt(older.value, 'headers'), objectAt(newer.value, 'headers'))
  compareLinks(comparison, place, objectAt(older.value, 'links'), objectAt(newer.value, 'links'))
}

function compareBodyPresence(comparison: Comparison, at: Place, older: JsonObject, newer: JsonObject): void {
  const [was, is] = [isObject(older['content']), isObject(newer['content'])]
  if (was && is) compareContent(comparison, at, older, newer)
  else if (is)
    comparison.additive(at, {
      rule: 'body-added',
      statement: `\`${at.subject}\` now has a body.`,
      consequence: 'Callers that expect none need not read it.',
    })
  else if (was)
    comparison.breaking(at, {
      rule: 'body-removed',
      statement: `\`${at.subject}\` no longer has a body.`,
      consequence: 'Callers that read it find nothing.',
    })
}

function compareHeaders(comparison: Comparison, at: Place, older: JsonObject, newer: JsonObject): void {
  for (const name of new Set([...Object.keys(older), ...Object.keys(newer)])) {
    const place = inside(at, ` header ${name}`, 'headers', name)
    const [before, after] = [older[name], newer[name]]
    if (after === undefined)
      comparison.breaking(place, {
        rule: 'header-removed',
        statement: `\`${at.subject}\` no longer has the header \`${name}\`.`,
        consequence: 'Callers that read it find nothing.',
      })
    else if (before === undefined)
      comparison.additive(place, {
        rule: 'header-added',
        statement: `\`${at.subject}\` now has the header \`${name}\`.`,
        consequence: 'Nobody has to read it.',
      })
    else
      compareHeader(
        comparison,
        place,
        comparison.resolveOlder(before).value,
        comparison.resolveNewer(after).value,
      )
  }
}

function compareHeader(comparison: Comparison, at: Place, older: JsonObject, newer: JsonObject): void {
  const [was, is] = [older['required'] === true, newer['required'] === true]
  if (was !== is)
    comparison.values(at, is ? 'narrower' : 'wider', {
      rule: is ? 'required' : 'optional',
      statement: is ? `\`${at.subject}\` is now always there.` : `\`${at.subject}\` may now be absent.`,
    })
  compareWords(comparison, at, older, newer)
  compareMarks(comparison, at, older, newer)
  compareSchemas(comparison, at, older['schema'] ?? {}, newer['schema'] ?? {})
}

/** Links say where the new id stands in an answer; the client reads it by them. */
function compareLinks(comparison: Comparison, at: Place, older: JsonObject, newer: JsonObject): void {
  for (const name of new Set([...Object.keys(older), ...Object.keys(newer)])) {
    const [before, after] = [
      comparison.resolveOlder(older[name]).value,
      comparison.resolveNewer(newer[name]).value,
    ]
    const place = inside(at, ` link ${name}`, 'links', name)
    if (!Object.hasOwn(older, name))
      comparison.additive(place, {
        rule: 'link-added',
        statement: `\`${at.subject}\` now links to \`${name}\`.`,
        consequence: 'Nobody has to follow it.',
      })
    else if (!Object.hasOwn(newer, name))
      comparison.breaking(place, {
        rule: 'link-removed',
        statement: `\`${at.subject}\` no longer links to \`${name}\`.`,
        consequence: 'Callers that follow the link lose their way.',
      })
    else if (!same(meaning(before), meaning(after)))
      comparison.breaking(place, {
        rule: 'link-changed',
        statement: `The link \`${name}\` of \`${at.subject}\` leads elsewhere.`,
        consequence: 'Callers that follow the link read another value or call another operation.',
        before: meaning(before),
        after: meaning(after),
      })
    else compareWords(comparison, place, before, after)
  }
}

function meaning(link: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(link).filter(([key]) => key !== 'description'))
}
