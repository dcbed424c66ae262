import { isList, isObject, type Json, type JsonObject, own } from './json.ts'
import { allOf, firstOf, partsOf, propertiesOf, requiredOf } from './schema-parts.ts'

/** A constraint of a schema: a name that a reader knows, and its value. */
export interface Fact {
  label: string
  value: string
}

/** The values that a schema lists. */
export interface KnownValues {
  values: string[]
  /** Whether values that are not listed are valid too. */
  open: boolean
}

const labels: Record<string, string> = {
  format: 'format',
  minLength: 'min length',
  maxLength: 'max length',
  pattern: 'pattern',
  minimum: 'minimum',
  maximum: 'maximum',
  exclusiveMinimum: 'greater than',
  exclusiveMaximum: 'less than',
  multipleOf: 'multiple of',
  minItems: 'min items',
  maxItems: 'max items',
  uniqueItems: 'unique items',
  minContains: 'min matching items',
  maxContains: 'max matching items',
  minProperties: 'min properties',
  maxProperties: 'max properties',
  contentEncoding: 'encoding',
  contentMediaType: 'contains',
}

/**
 * The constraints of a schema, in the order of the table above.
 * @param parts what the schema is made of
 */
export function factsOf(parts: readonly JsonObject[]): Fact[] {
  const plain = Object.entries(labels).flatMap(([keyword, label]) =>
    allOf(parts, keyword).map((value) => ({ label, value: valueText(value) })),
  )
  const always = allOf(parts, 'const').map((value) => ({ label: 'always', value: JSON.stringify(value) }))
  return [...always, ...plain, ...closedness(parts), ...requirements(parts), ...dependencies(parts)]
}

function closedness(parts: readonly JsonObject[]): Fact[] {
  const closed = ['additionalProperties', 'unevaluatedProperties'].some(
    (key) => firstOf(parts, key) === false,
  )
  const facts = closed ? [{ label: 'further properties', value: 'not allowed' }] : []
  const ends = firstOf(parts, 'items') === false || firstOf(parts, 'unevaluatedItems') === false
  return ends ? [...facts, { label: 'further items', value: 'not allowed' }] : facts
}

/** Required names that stand elsewhere, as in a condition. */
function requirements(parts: readonly JsonObject[]): Fact[] {
  const known = propertiesOf(parts)
  const others = [...requiredOf(parts)].filter((name) => !known.has(name))
  return others.length === 0 ? [] : [{ label: 'requires', value: others.join(', ') }]
}

function dependencies(parts: readonly JsonObject[]): Fact[] {
  return allOf(parts, 'dependentRequired')
    .filter(isObject)
    .flatMap((needs) => Object.entries(needs))
    .map(([name, others]) => ({
      label: `${name} needs`,
      value: isList(others) ? others.map(String).join(', ') : '',
    }))
}

/**
 * The values that a schema lists: its own, or those of one branch beside a wider one, which makes an open list.
 * @param parts what the schema is made of
 * @param branches the branches of {@link listingBranches}, if it is such a union
 */
export function knownValuesOf(
  parts: readonly JsonObject[],
  branches: readonly JsonObject[][] | undefined,
): KnownValues | undefined {
  const listed = firstOf(parts, 'enum')
  if (isList(listed)) return { values: listed.map(valueText), open: false }
  if (branches === undefined) return undefined
  const lists = branches.map(listedBy)
  const values = lists.flatMap((list) => list ?? [])
  const isOpen = branches.some(
    (branch, index) => lists[index] === undefined && firstOf(branch, 'type') !== 'null',
  )
  return { values: [...new Set(values.map(valueText))], open: isOpen }
}

/**
 * The branches of a union that only lists values, such as "one of these, or any other text": it is shown as a list
 * of values, not as a choice of shapes. Undefined for every other schema.
 */
export function listingBranches(
  document: JsonObject,
  parts: readonly JsonObject[],
): JsonObject[][] | undefined {
  for (const keyword of ['anyOf', 'oneOf']) {
    const union = firstOf(parts, keyword)
    if (!isList(union)) continue
    const branches = union.map((branch) => partsOf(document, branch).parts)
    if (branches.every(isPlain) && branches.some((branch) => listedBy(branch) !== undefined)) return branches
  }
  return undefined
}

function listedBy(parts: readonly JsonObject[]): readonly Json[] | undefined {
  const constant = firstOf(parts, 'const')
  if (constant !== undefined) return [constant]
  const values = firstOf(parts, 'enum')
  return isList(values) ? values : undefined
}

function isPlain(parts: readonly JsonObject[]): boolean {
  const structured = ['properties', 'items', 'additionalProperties', 'anyOf', 'oneOf']
  return !structured.some((key) => firstOf(parts, key) !== undefined)
}

/** The examples of a schema, as JSON on one line. */
export function examplesOf(parts: readonly JsonObject[]): string[] {
  for (const part of parts) {
    const several = own(part, 'examples')
    if (isList(several) && several.length > 0) return several.map(valueText)
    const one = own(part, 'example')
    if (one !== undefined) return [valueText(one)]
  }
  return []
}

/** A value as a reader says it: text as it is, everything else as JSON. */
export function valueText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
