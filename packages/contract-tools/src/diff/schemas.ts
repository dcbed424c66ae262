import { isObject, type Json, type JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { type Comparison, inside, isSettled, type Place, same } from './comparison.ts'
import { compareKeywords } from './keywords.ts'
import { compareMarks, compareWords } from './marks.ts'
import { compareObjects } from './objects.ts'
import { type Shape, shapeOf } from './shape.ts'
import { compareBranches, compareParts, merged, pairBranches, partsOf } from './unions.ts'
import { list } from './words.ts'

/**
 * Compares what two schemas take, and everything inside them. Two uses of one component lead to the component,
 * which is compared once per side.
 */
export function compareSchemas(
  comparison: Comparison,
  at: Place,
  older: Json | undefined,
  newer: Json | undefined,
): void {
  if (isSettled(older, newer)) return
  const before = shapeOf(older, comparison.resolveOlder)
  const after = shapeOf(newer, comparison.resolveNewer)
  const shared = before.ref !== undefined && before.ref === after.ref ? before.ref : undefined
  if (shared === undefined && !firstVisit(comparison, at, before, after)) return
  compareWords(comparison, at, before.site, after.site)
  compareMarks(comparison, at, before.site, after.site)
  if (shared !== undefined) {
    enterComponent(comparison, at, shared, before, after)
    return
  }
  compareNull(comparison, at, before, after)
  compareShapes(comparison, at, before, after)
}

/** Guards against schemas that contain themselves through components of different names. */
function firstVisit(comparison: Comparison, at: Place, before: Shape, after: Shape): boolean {
  if (before.ref === undefined || after.ref === undefined) return true
  return comparison.enter(`${at.side} ${before.ref} as ${after.ref} at ${at.node}`, at.node)
}

function enterComponent(comparison: Comparison, at: Place, name: string, before: Shape, after: Shape): void {
  const component = (resolve: Comparison['resolveOlder']) =>
    resolve({ $ref: `#/components/schemas/${name}` }).value
  const [older, newer] = [
    component((value) => comparison.resolveOlder(value)),
    component((value) => comparison.resolveNewer(value)),
  ]
  const insideOlder = shapeOf(older, comparison.resolveOlder)
  const insideNewer = shapeOf(newer, comparison.resolveNewer)
  // Null may be valid by the component or by its use; the component answers for its own.
  if (!insideOlder.nullable && !insideNewer.nullable) compareNull(comparison, at, before, after)
  const node = `${at.side} schema ${name}`
  if (!comparison.enter(node, at.node)) return
  const place = { side: at.side, subject: name, pointer: `/components/schemas/${name}`, node }
  compareSchemas(comparison, place, older, newer)
}

function compareNull(comparison: Comparison, at: Place, before: Shape, after: Shape): void {
  if (before.nullable === after.nullable) return
  const statement = after.nullable
    ? `\`${at.subject}\` may now be null.`
    : `\`${at.subject}\` may no longer be null.`
  comparison.values(at, after.nullable ? 'wider' : 'narrower', { rule: 'null', statement })
}

function compareShapes(comparison: Comparison, at: Place, older: Shape, newer: Shape): void {
  const [before, after] = composedAlike(older, newer)
    ? [older, newer]
    : [
        { ...older, ...shapeOf(merged(older.schema, comparison.resolveOlder), comparison.resolveOlder) },
        { ...newer, ...shapeOf(merged(newer.schema, comparison.resolveNewer), comparison.resolveNewer) },
      ]
  if (compareWrapped(comparison, at, before, after)) return
  if (!compareTypes(comparison, at, before, after)) return
  compareEnumerations(comparison, at, before, after)
  if (before.branches !== undefined || after.branches !== undefined)
    compareBranches(comparison, at, before.branches ?? [], after.branches ?? [], compareSchemas)
  compareParts(comparison, at, before.schema, after.schema, compareSchemas)
  // Where the values are listed, limits on them say nothing more.
  if (before.enumeration?.open !== false && after.enumeration?.open !== false)
    compareKeywords(comparison, at, before.schema, after.schema)
  compareObjects(comparison, at, before.schema, after.schema, compareSchemas)
  compareInner(comparison, at, before.schema, after.schema)
}

/** True when the parts of `allOf` can be compared one by one. */
function composedAlike(before: Shape, after: Shape): boolean {
  const { removed, added } = pairBranches(partsOf(before.schema), partsOf(after.schema))
  return removed.length === 0 && added.length === 0
}

/** One schema against several alternatives: the one is compared as the only alternative. */
function compareWrapped(comparison: Comparison, at: Place, before: Shape, after: Shape): boolean {
  if ((before.branches === undefined) === (after.branches === undefined)) return false
  compareBranches(
    comparison,
    at,
    before.branches ?? [alone(before)],
    after.branches ?? [alone(after)],
    compareSchemas,
  )
  return true
}

function alone(shape: Shape): Json {
  return shape.ref === undefined ? shape.schema : { $ref: `#/components/schemas/${shape.ref}` }
}

/** @returns false when nothing inside can be compared, because the types have nothing in common */
function compareTypes(comparison: Comparison, at: Place, before: Shape, after: Shape): boolean {
  const [older, newer] = [before.types, after.types]
  if (older === undefined && newer === undefined) return true
  const statement = `The type of \`${at.subject}\` changed from ${named(older)} to ${named(newer)}.`
  const finding = { rule: 'type', statement, before: before.schema['type'], after: after.schema['type'] }
  const shrinks = holds(older, newer)
  const grows = holds(newer, older)
  if (shrinks && grows) return true
  comparison.values(at, grows ? 'wider' : shrinks ? 'narrower' : 'different', finding)
  return shrinks || grows || (older ?? []).some((type) => newer?.includes(type))
}

function named(types: string[] | undefined): string {
  return types === undefined ? 'any type' : list(types)
}

/** True when every one of the second types is among the first; an integer is a number too. */
function holds(types: string[] | undefined, others: string[] | undefined): boolean {
  if (types === undefined) return true
  return (
    others?.every((type) => types.includes(type) || (type === 'integer' && types.includes('number'))) ?? false
  )
}

function compareEnumerations(comparison: Comparison, at: Place, before: Shape, after: Shape): void {
  const [older, newer] = [before.enumeration, after.enumeration]
  const name = `\`${at.subject}\``
  const wasClosed = older?.open === false
  const isClosed = newer?.open === false
  const added = lacking(newer?.values ?? [], older?.values ?? [])
  const removed = lacking(older?.values ?? [], newer?.values ?? [])
  if (wasClosed && isClosed) {
    if (added.length > 0)
      comparison.values(at, 'wider', {
        rule: 'enum-value-added',
        statement: `${name} may now be ${list(added)}.`,
      })
    if (removed.length > 0)
      comparison.values(at, 'narrower', {
        rule: 'enum-value-removed',
        statement: `${name} may no longer be ${list(removed)}.`,
      })
    return
  }
  if (wasClosed)
    comparison.values(at, 'wider', {
      rule: 'enum-opened',
      statement: `${name} was one of ${list(older.values)}; now other values are valid too.`,
    })
  if (isClosed)
    comparison.values(at, 'narrower', {
      rule: 'enum-closed',
      statement: `${name} must now be one of ${list(newer.values)}; other values were valid before.`,
    })
  if (wasClosed || isClosed) return
  const consequence = 'The list is open: every text stays valid, known or not.'
  if (added.length > 0)
    comparison.additive(at, {
      rule: 'known-value-added',
      consequence,
      statement: `${name} has the further known ${added.length === 1 ? 'value' : 'values'} ${list(added)}.`,
    })
  if (removed.length > 0)
    comparison.additive(at, {
      rule: 'known-value-removed',
      consequence,
      statement: `${list(removed)} ${removed.length === 1 ? 'is' : 'are'} no longer named among the known values of ${name}.`,
    })
}

/** The values that are not among the others. */
function lacking(values: Json[], others: Json[]): Json[] {
  const known = new Set(others)
  return values.filter((value) => !known.has(value) && !others.some((other) => same(value, other)))
}

/** Schemas inside schemas, other than properties and alternatives. */
function compareInner(comparison: Comparison, at: Place, older: JsonObject, newer: JsonObject): void {
  for (const [keyword, suffix, words] of [
    ['items', '[]', 'the items of'],
    ['contentSchema', '→', 'the JSON text inside'],
    ['propertyNames', ' keys', 'the keys of'],
    ['contains', '[one]', 'at least one item of'],
  ] as const) {
    const [before, after] = [older[keyword], newer[keyword]]
    if (before === undefined && after === undefined) continue
    const place = inside(at, suffix, keyword)
    if (before !== undefined && after !== undefined) compareSchemas(comparison, place, before, after)
    else if (constrains(before ?? after))
      comparison.values(place, before === undefined ? 'narrower' : 'wider', {
        rule: `${keyword}-${before === undefined ? 'added' : 'removed'}`,
        statement:
          before === undefined
            ? `The contract now says what is valid for ${words} \`${at.subject}\`; before, anything was.`
            : `The contract no longer says what is valid for ${words} \`${at.subject}\`; now anything is.`,
      })
  }
}

function constrains(schema: Json | undefined): boolean {
  return schema === false || (isObject(schema) && Object.keys(schema).length > 0)
}
