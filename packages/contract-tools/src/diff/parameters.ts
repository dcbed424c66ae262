import { isObject, type Json, type JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { compareContent } from './bodies.ts'
import { type Comparison, isSettled, type Place, same } from './comparison.ts'
import { compareMarks, compareWords } from './marks.ts'
import { compareSchemas } from './schemas.ts'
import { show, textAt } from './words.ts'

interface Holder {
  item: JsonObject
  operation: JsonObject
}

/** Compares the parameters of an operation, those of its path included. */
export function compareParameters(comparison: Comparison, operation: Place, was: Holder, is: Holder): void {
  const before = collect(was, (value) => comparison.resolveOlder(value).value)
  const after = collect(is, (value) => comparison.resolveNewer(value).value)
  for (const [key, older] of before) {
    const newer = after.get(key)
    // Where the URL has another parameter in this place, the path's own check has said so.
    if (newer === undefined && older['in'] === 'path') continue
    const at = placeOf(operation, newer ?? older)
    if (newer === undefined) reportRemoved(comparison, at, older, after)
    else compareParameter(comparison, at, older, newer)
  }
  for (const [key, newer] of after) {
    if (!before.has(key) && newer['in'] !== 'path') reportAdded(comparison, placeOf(operation, newer), newer)
  }
}

function collect({ item, operation }: Holder, resolve: (value: Json) => JsonObject): Map<string, JsonObject> {
  const listed = [item['parameters'], operation['parameters']].flatMap((value) =>
    Array.isArray(value) ? value : [],
  )
  return new Map(listed.map(resolve).map((parameter) => [keyOf(parameter), parameter]))
}

/** HTTP ignores the case of header names; all other names are what they are. */
function keyOf(parameter: JsonObject): string {
  const [place, name] = [textAt(parameter, 'in'), textAt(parameter, 'name')]
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`
}

/** A parameter that many operations share is named once, with all of them. */
function placeOf(operation: Place, parameter: JsonObject): Place {
  return {
    ...operation,
    side: 'request',
    subject: `${textAt(parameter, 'in')} ${textAt(parameter, 'name')}`,
    pointer: `${operation.pointer}/parameters`,
  }
}

function reportRemoved(
  comparison: Comparison,
  at: Place,
  parameter: JsonObject,
  others: Map<string, JsonObject>,
): void {
  const moved = [...others.values()].find((other) => other['name'] === parameter['name'])
  comparison.breaking(at, {
    rule: moved === undefined ? 'parameter-removed' : 'parameter-moved',
    statement:
      moved === undefined
        ? `The parameter \`${at.subject}\` was removed.`
        : `The parameter \`${at.subject}\` now stands in the ${textAt(moved, 'in')}.`,
    consequence: 'What callers send there is no longer understood.',
  })
}

function reportAdded(comparison: Comparison, at: Place, parameter: JsonObject): void {
  if (parameter['required'] === true)
    comparison.breaking(at, {
      rule: 'parameter-added-required',
      statement: `The parameter \`${at.subject}\` is new and must be sent.`,
      consequence: 'Calls without it are refused now.',
    })
  else
    comparison.additive(at, {
      rule: 'parameter-added',
      statement: `The parameter \`${at.subject}\` is new.`,
      consequence: 'Nobody has to send it.',
    })
}

function compareParameter(comparison: Comparison, at: Place, older: JsonObject, newer: JsonObject): void {
  if (isSettled(older, newer)) return
  const [was, is] = [older['required'] === true, newer['required'] === true]
  if (was !== is)
    comparison.values(at, is ? 'narrower' : 'wider', {
      rule: is ? 'required' : 'optional',
      statement: is
        ? `The parameter \`${at.subject}\` must now be sent; it could be left out.`
        : `The parameter \`${at.subject}\` may now be left out.`,
    })
  if (older['name'] !== newer['name'])
    comparison.editorial(at, {
      rule: 'name',
      statement: `The name of \`${at.subject}\` is spelt in another case.`,
    })
  for (const keyword of ['style', 'explode', 'allowReserved', 'allowEmptyValue']) {
    if (same(older[keyword], newer[keyword])) continue
    comparison.values(at, 'different', {
      rule: keyword,
      statement: `\`${keyword}\` of the parameter \`${at.subject}\` changed from ${show(older[keyword])} to ${show(newer[keyword])}.`,
    })
  }
  compareWords(comparison, at, older, newer)
  compareMarks(comparison, at, older, newer)
  compareSchemas(comparison, at, bareSchema(older), bareSchema(newer))
  if (isObject(older['content']) || isObject(newer['content'])) compareContent(comparison, at, older, newer)
}

/** Words of a parameter's schema stand beside the parameter's own; one of the two is enough. */
function bareSchema(parameter: JsonObject): Json {
  return parameter['schema'] ?? {}
}
