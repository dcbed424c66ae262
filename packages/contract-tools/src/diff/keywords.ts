import type { Json, JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { type Relation } from './change.ts'
import { type Comparison, inside, type Place, same } from './comparison.ts'
import { isWord } from './shape.ts'
import { show } from './words.ts'

/** Limits that take fewer values the lower (or the higher) they are. */
const limits: Record<string, { tighter: 'lower' | 'higher'; words: string }> = {
  maxLength: { tighter: 'lower', words: 'at most this many characters' },
  minLength: { tighter: 'higher', words: 'at least this many characters' },
  maximum: { tighter: 'lower', words: 'the highest value' },
  minimum: { tighter: 'higher', words: 'the lowest value' },
  exclusiveMaximum: { tighter: 'lower', words: 'a value below this' },
  exclusiveMinimum: { tighter: 'higher', words: 'a value above this' },
  maxItems: { tighter: 'lower', words: 'at most this many items' },
  minItems: { tighter: 'higher', words: 'at least this many items' },
  maxProperties: { tighter: 'lower', words: 'at most this many members' },
  minProperties: { tighter: 'higher', words: 'at least this many members' },
  minContains: { tighter: 'higher', words: 'at least this many matching items' },
  maxContains: { tighter: 'lower', words: 'at most this many matching items' },
}

/** Formats that lie within another one. */
const wider: Record<string, string> = { int32: 'int64', float: 'double' }

/** Keywords that other parts of the comparison answer for. */
const elsewhere = new Set([
  '$ref',
  'additionalProperties',
  'allOf',
  'anyOf',
  'const',
  'contains',
  'contentSchema',
  'enum',
  'items',
  'oneOf',
  'properties',
  'propertyNames',
  'readOnly',
  'required',
  'type',
  'writeOnly',
])

/**
 * Compares limits, formats, patterns and every other keyword that says which values are valid. A keyword that this
 * comparison does not know counts as breaking when it changes: better asked once too often.
 */
export function compareKeywords(
  comparison: Comparison,
  at: Place,
  older: JsonObject,
  newer: JsonObject,
): void {
  for (const keyword of new Set([...Object.keys(older), ...Object.keys(newer)])) {
    if (isWord(keyword) || elsewhere.has(keyword)) continue
    const [before, after] = [older[keyword], newer[keyword]]
    if (same(before, after)) continue
    comparison.values(inside(at, '', keyword), relationOf(keyword, before, after), {
      rule: keyword,
      statement: statementOf(at.subject, keyword, before, after),
      before,
      after,
    })
  }
}

function relationOf(keyword: string, before: Json | undefined, after: Json | undefined): Relation {
  if (keyword === 'uniqueItems') return after === true ? 'narrower' : 'wider'
  if (before === undefined) return 'narrower'
  if (after === undefined) return 'wider'
  const limit = limits[keyword]
  if (limit !== undefined && typeof before === 'number' && typeof after === 'number')
    return after < before === (limit.tighter === 'lower') ? 'narrower' : 'wider'
  if (keyword === 'format' && typeof before === 'string' && typeof after === 'string') {
    if (wider[before] === after) return 'wider'
    if (wider[after] === before) return 'narrower'
  }
  if (keyword === 'multipleOf' && typeof before === 'number' && typeof after === 'number') {
    if (after % before === 0) return 'narrower'
    if (before % after === 0) return 'wider'
  }
  return 'different'
}

function statementOf(
  subject: string,
  keyword: string,
  before: Json | undefined,
  after: Json | undefined,
): string {
  const words = limits[keyword]?.words
  const name = words === undefined ? `\`${keyword}\`` : `\`${keyword}\` (${words})`
  if (before === undefined) return `\`${subject}\` now has ${name} ${show(after)}; there was none.`
  if (after === undefined) return `\`${subject}\` no longer has ${name} ${show(before)}.`
  return `${name} of \`${subject}\` changed from ${show(before)} to ${show(after)}.`
}
