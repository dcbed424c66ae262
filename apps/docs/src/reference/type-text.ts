import { isList, isObject, type Json, type JsonObject, listAt, own } from './json.ts'
import { allOf, firstOf, isNull, partsOf, propertiesOf, type SchemaParts } from './schema-parts.ts'

/** A piece of a type as a reader says it; a piece with a schema is a link to that schema's page. */
export interface TypePiece {
  text: string
  schema?: string
}

const deepest = 5
const mostBranches = 6

/**
 * A schema's type as a reader says it: `string | null`, `array of Customer`, `map of uuid to ProviderCustomer`.
 * @param document the bundled document
 * @param site the schema at its place of use
 */
export function typeText(document: JsonObject, site: Json | undefined): TypePiece[] {
  return join(describe(document, site, 0))
}

/** The pieces as one plain text. */
export function plainType(pieces: readonly TypePiece[]): string {
  return pieces.map(({ text }) => text).join('')
}

/** Alternatives, each a list of pieces. */
type Alternatives = TypePiece[][]

function describe(document: JsonObject, site: Json | undefined, depth: number): Alternatives {
  const schema = partsOf(document, site)
  if (schema.boolean !== undefined) return [[{ text: schema.boolean ? 'any' : 'never' }]]
  if (depth > deepest) return [[{ text: schema.name ?? '…' }]]
  const alternatives = [...base(document, schema, depth)]
  if (schema.nullable || allowsNull(schema.parts)) alternatives.push([{ text: 'null' }])
  return unique(alternatives)
}

function base(document: JsonObject, schema: SchemaParts, depth: number): Alternatives {
  const { parts, name } = schema
  const constant = firstOf(parts, 'const')
  // A constant's type is said where it is known; the constant itself is one of its facts.
  if (constant !== undefined && (depth > 0 || allOf(parts, 'type').length === 0)) {
    return [[{ text: JSON.stringify(constant) }]]
  }
  const branches = [...unionOf(parts, 'oneOf'), ...unionOf(parts, 'anyOf')]
  if (name !== undefined && isStructured(parts, branches)) return [[{ text: name, schema: name }]]
  const types = typesOf(parts)
  const isUnion = branches.length > 1 && propertiesOf(parts).size === 0 && !types.includes('array')
  if (isUnion) return unionText(document, branches, depth)
  if (types.length === 0) return parts.some(isNull) ? [] : [[{ text: 'any' }]]
  return types.map((type) => single(document, type, parts, depth))
}

function unionText(document: JsonObject, branches: Json[], depth: number): Alternatives {
  const all = unique(branches.flatMap((branch) => describe(document, branch, depth + 1)))
  return all.length > mostBranches ? [[{ text: `one of ${String(all.length)} shapes` }]] : all
}

function single(document: JsonObject, type: string, parts: JsonObject[], depth: number): TypePiece[] {
  if (type === 'array') return arrayText(document, parts, depth)
  if (type === 'object') return objectText(document, parts, depth)
  return [{ text: type }]
}

function arrayText(document: JsonObject, parts: JsonObject[], depth: number): TypePiece[] {
  const tuple = firstOf(parts, 'prefixItems')
  if (isList(tuple)) {
    const members = tuple.map((member) => join(describe(document, member, depth + 1)))
    return [{ text: '[' }, ...separate(members, ', '), { text: ']' }]
  }
  const items = firstOf(parts, 'items')
  if (items === undefined) return [{ text: 'array' }]
  return [{ text: 'array of ' }, ...grouped(describe(document, items, depth + 1))]
}

function objectText(document: JsonObject, parts: JsonObject[], depth: number): TypePiece[] {
  const values = firstOf(parts, 'additionalProperties')
  if (propertiesOf(parts).size > 0 || !isObject(values)) return [{ text: 'object' }]
  const value = grouped(describe(document, values, depth + 1))
  return [{ text: `map of ${keyText(document, parts)} to ` }, ...value]
}

/** What the keys of a dictionary are: their format, the name of their schema, or just strings. */
export function keyText(document: JsonObject, parts: readonly JsonObject[]): string {
  const keys = partsOf(document, firstOf(parts, 'propertyNames'))
  const format = firstOf(keys.parts, 'format')
  return typeof format === 'string' ? format : (keys.name ?? 'string')
}

/** The types that the parts name, null aside; deduced from other keywords when none is named. */
export function typesOf(parts: readonly JsonObject[]): string[] {
  const lists = parts.map((part) => own(part, 'type')).filter((type) => type !== undefined)
  const named = lists.map((type) => (isList(type) ? type : [type]).map(String))
  const common = named.reduce<string[] | undefined>(
    (left, right) => (left === undefined ? right : intersect(left, right)),
    undefined,
  )
  if (common !== undefined) return common.filter((type) => type !== 'null')
  const values = firstOf(parts, 'enum')
  if (isList(values)) return [...new Set(values.map(jsonType))].filter((type) => type !== 'null')
  return deduced(parts)
}

/**
 * The types that parts of a schema name and that its own type does not say, because all parts must hold: `number`
 * where another part says `integer`. They are the document's words all the same.
 */
export function widerTypes({ parts, nullable }: SchemaParts): string[] {
  const lists = allOf(parts, 'type').map((type) => (isList(type) ? type : [type]).map(String))
  if (lists.length < 2) return []
  const shown = new Set([...typesOf(parts), ...(nullable || allowsNull(parts) ? ['null'] : [])])
  return lists.filter((list) => list.some((type) => !shown.has(type))).map((list) => list.join(' | '))
}

/** What two lists of types have in common; an integer is a number too. */
function intersect(left: string[], right: string[]): string[] {
  const fits = (type: string) => right.includes(type) || (type === 'integer' && right.includes('number'))
  const common = left.filter(fits)
  if (common.length > 0) return common
  return right.includes('integer') && left.includes('number') ? ['integer'] : left
}

const hints: [type: string, keywords: string[]][] = [
  ['object', ['properties', 'additionalProperties', 'patternProperties', 'propertyNames', 'required']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'contains']],
  ['string', ['pattern', 'minLength', 'maxLength', 'contentMediaType', 'contentSchema', 'format']],
  ['number', ['minimum', 'maximum', 'multipleOf', 'exclusiveMinimum', 'exclusiveMaximum']],
]

function deduced(parts: readonly JsonObject[]): string[] {
  const hint = hints.find(([, keywords]) => keywords.some((key) => firstOf(parts, key) !== undefined))
  return hint === undefined ? [] : [hint[0]]
}

/** Whether any of the parts' own types or values allows null. */
function allowsNull(parts: readonly JsonObject[]): boolean {
  const types = allOf(parts, 'type')
  const byType =
    types.length > 0 && types.every((type) => type === 'null' || (isList(type) && type.includes('null')))
  return byType || (types.length === 0 && listAt({ enum: firstOf(parts, 'enum') }, 'enum').includes(null))
}

/** The branches of a union, without null where it is one of several. */
export function unionOf(parts: readonly JsonObject[], keyword: 'anyOf' | 'oneOf'): Json[] {
  return parts.flatMap((part) => [...listAt(part, keyword)])
}

/** Whether a schema is more than a plain value, so that a reader knows it by its name. */
function isStructured(parts: readonly JsonObject[], branches: readonly Json[]): boolean {
  if (propertiesOf(parts).size > 0) return true
  return branches.some((branch) => isObject(branch) && !isNull(branch) && !isScalar(branch))
}

function isScalar(branch: JsonObject): boolean {
  return own(branch, '$ref') === undefined && !('properties' in branch) && branch['type'] !== 'object'
}

function jsonType(value: Json): string {
  if (value === null) return 'null'
  if (isList(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

function unique(alternatives: Alternatives): Alternatives {
  const byText = new Map(alternatives.map((pieces) => [plainType(pieces), pieces]))
  const all = [...byText.values()]
  return [...all.filter((pieces) => !isNullText(pieces)), ...all.filter(isNullText)]
}

function isNullText(pieces: TypePiece[]): boolean {
  return plainType(pieces) === 'null'
}

function join(alternatives: Alternatives): TypePiece[] {
  return separate(alternatives, ' | ')
}

function grouped(alternatives: Alternatives): TypePiece[] {
  const pieces = join(alternatives)
  return alternatives.length > 1 ? [{ text: '(' }, ...pieces, { text: ')' }] : pieces
}

function separate(lists: TypePiece[][], separator: string): TypePiece[] {
  return lists.flatMap((pieces, index) => (index === 0 ? pieces : [{ text: separator }, ...pieces]))
}
