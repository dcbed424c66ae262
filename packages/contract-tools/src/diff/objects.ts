import { isObject, type Json, type JsonObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import {
  type CompareSchemas,
  type Comparison,
  inside,
  type Place,
  type Resolver,
  same,
} from './comparison.ts'
import { without } from './shape.ts'

/** Compares the named properties of two objects, which of them are required, and the other keys that are valid. */
export function compareObjects(
  comparison: Comparison,
  at: Place,
  older: JsonObject,
  newer: JsonObject,
  compare: CompareSchemas,
): void {
  const [before, after] = [
    properties(at, older, comparison.resolveOlder),
    properties(at, newer, comparison.resolveNewer),
  ]
  const added = Object.keys(after).filter((name) => !Object.hasOwn(before, name))
  const removed = Object.keys(before).filter((name) => !Object.hasOwn(after, name))
  const renamed = pairRenamed(before, after, removed, added)
  for (const [was, is] of renamed) reportRenamed(comparison, at, was, is)
  for (const name of removed) if (!renamed.has(name)) reportRemoved(comparison, at, name)
  const renames = new Set(renamed.values())
  for (const name of added)
    if (!renames.has(name)) reportAdded(comparison, at, name, required(newer).has(name))
  for (const name of Object.keys(before)) {
    if (Object.hasOwn(after, name))
      compare(comparison, inside(at, `.${name}`, 'properties', name), before[name], after[name])
  }
  compareRequired(comparison, at, older, newer, before, after)
  compareOtherKeys(comparison, at, older['additionalProperties'], newer['additionalProperties'], compare)
}

/** The properties that travel on this side: a request has no `readOnly` ones, an answer no `writeOnly` ones. */
function properties(at: Place, schema: JsonObject, resolve: Resolver): JsonObject {
  const mark = at.side === 'response' ? 'writeOnly' : 'readOnly'
  return Object.fromEntries(
    Object.entries(objectAt(schema, 'properties')).filter(([, property]) => {
      const marked = isObject(property) && property[mark] === true
      return !marked && resolve(property).value[mark] !== true
    }),
  )
}

function required(schema: JsonObject): Set<Json> {
  return new Set(Array.isArray(schema['required']) ? schema['required'] : [])
}

/** A property that vanished and one that appeared with the same schema are one property with another name. */
function pairRenamed(
  before: JsonObject,
  after: JsonObject,
  removed: string[],
  added: string[],
): Map<string, string> {
  const pairs = new Map<string, string>()
  if (removed.length === 0 || added.length === 0) return pairs
  const taken = new Set<string>()
  for (const name of removed) {
    const match = added.find((other) => !taken.has(other) && same(bare(before[name]), bare(after[other])))
    if (match === undefined) continue
    taken.add(match)
    pairs.set(name, match)
  }
  return pairs
}

function reportRenamed(comparison: Comparison, at: Place, was: string, is: string): void {
  const place = inside(at, `.${was}`, 'properties', is)
  comparison.breaking(place, {
    rule: 'property-renamed',
    statement: `\`${place.subject}\` is now called \`${is}\`.`,
    consequence:
      at.side === 'response'
        ? 'Callers that read the old name find nothing.'
        : 'The old name is no longer understood.',
    before: was,
    after: is,
  })
}

function reportRemoved(comparison: Comparison, at: Place, name: string): void {
  const place = inside(at, `.${name}`, 'properties', name)
  comparison.breaking(place, {
    rule: 'property-removed',
    statement: `\`${place.subject}\` was removed.`,
    consequence:
      at.side === 'response'
        ? 'Callers that read it find nothing.'
        : 'What callers send there is no longer understood.',
  })
}

function reportAdded(comparison: Comparison, at: Place, name: string, isRequired: boolean): void {
  const place = inside(at, `.${name}`, 'properties', name)
  if (at.side !== 'response' && isRequired)
    comparison.breaking(place, {
      rule: 'property-added-required',
      statement: `\`${place.subject}\` is new and must be sent.`,
      consequence: 'Requests without it are refused now.',
    })
  else
    comparison.additive(place, {
      rule: 'property-added',
      statement:
        at.side === 'response'
          ? `Answers may now hold \`${place.subject}\`.`
          : `\`${place.subject}\` may now be sent.`,
      consequence:
        at.side === 'response'
          ? 'Callers that ignore unknown properties notice nothing.'
          : 'Nobody has to send it.',
    })
}

function compareRequired(
  comparison: Comparison,
  at: Place,
  older: JsonObject,
  newer: JsonObject,
  before: JsonObject,
  after: JsonObject,
): void {
  const [was, is] = [required(older), required(newer)]
  for (const name of new Set([...was, ...is])) {
    if (typeof name !== 'string' || was.has(name) === is.has(name)) continue
    // A property that came or went has been reported with its mark.
    if (Object.hasOwn(before, name) !== Object.hasOwn(after, name)) continue
    const place = inside(at, `.${name}`, 'required')
    const response = at.side === 'response'
    if (is.has(name))
      comparison.values(place, 'narrower', {
        rule: 'required',
        statement: response
          ? `\`${place.subject}\` is now always there.`
          : `\`${place.subject}\` must now be sent; it could be left out.`,
      })
    else
      comparison.values(place, 'wider', {
        rule: 'optional',
        statement: response
          ? `\`${place.subject}\` may now be absent; it was always there.`
          : `\`${place.subject}\` may now be left out.`,
      })
  }
}

/** Compares what is valid for keys that have no property of their own: nothing, anything, or a dictionary's values. */
function compareOtherKeys(
  comparison: Comparison,
  at: Place,
  older: Json | undefined,
  newer: Json | undefined,
  compare: CompareSchemas,
): void {
  const [before, after] = [older ?? true, newer ?? true]
  const place = inside(at, '.*', 'additionalProperties')
  if (isObject(before) && isObject(after)) {
    compare(comparison, place, before, after)
    return
  }
  if (rank(before) === rank(after)) return
  const words = ['forbidden', 'described by a schema', 'free']
  comparison.values(place, rank(after) < rank(before) ? 'narrower' : 'wider', {
    rule: 'other-keys',
    statement: `Keys of \`${at.subject}\` that are not named were ${words[rank(before)] ?? ''}; now they are ${words[rank(after)] ?? ''}.`,
    before,
    after,
  })
}

/** How much is valid: nothing, something, anything. */
function rank(value: Json): 0 | 1 | 2 {
  if (value === false) return 0
  return isObject(value) && Object.keys(value).length > 0 ? 1 : 2
}

function bare(schema: Json | undefined): Json | undefined {
  return isObject(schema) ? without(schema, ['examples', 'example']) : schema
}
