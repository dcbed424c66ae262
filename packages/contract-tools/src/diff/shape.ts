import { isObject, type Json, type JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import type { Resolver } from './comparison.ts'

/** A schema in the form in which it is compared: what says the same in two spellings is the same here. */
export interface Shape {
  /** The component's name, when the schema is a reference and nothing else. */
  ref?: string
  /** The schema as it stands where it is used: its own words and marks. */
  site: JsonObject
  /** The schema without null, with its reference followed. */
  schema: JsonObject
  /** Null is valid, by `type: [x, 'null']`, by `anyOf: [x, {type: 'null'}]` or by an enumeration with null. */
  nullable: boolean
  /** The valid types without null; undefined when any type is. */
  types?: string[]
  /** The listed values without null. An open enumeration takes others too: `anyOf: [{enum}, {type: string}]`. */
  enumeration?: { values: Json[]; open: boolean }
  /** The alternatives of `oneOf` or `anyOf` that are left after null and open enumerations were taken out. */
  branches?: Json[]
}

const words = new Set([
  '$comment',
  'default',
  'deprecated',
  'description',
  'example',
  'examples',
  'externalDocs',
  'title',
  'xml',
])

/** True for members that never decide whether a value is valid. */
export function isWord(keyword: string): boolean {
  return words.has(keyword) || keyword.startsWith('x-')
}

/** True when a schema says what is valid, beyond words and marks. */
export function constrains(schema: JsonObject): boolean {
  return Object.keys(schema).some((keyword) => !isWord(keyword))
}

/** Brings a schema into the form in which it is compared. */
export function shapeOf(value: Json | undefined, resolve: Resolver): Shape {
  const site = asSchema(value)
  const { rest, nullable, only } = withoutNull(site)
  if (only !== undefined) {
    const inner = shapeOf(only, resolve)
    return { ...inner, site, nullable: true }
  }
  const reference = typeof rest['$ref'] === 'string' ? resolve(rest) : undefined
  if (reference !== undefined) {
    const inner = shapeOf(reference.value, resolve)
    return { ...inner, site, ...(reference.name === undefined ? {} : { ref: reference.name }) }
  }
  return plainShape(site, rest, nullable, resolve)
}

function plainShape(site: JsonObject, rest: JsonObject, nullable: boolean, resolve: Resolver): Shape {
  const listed = listedTypes(rest)
  const values = enumerated(rest)
  const alternatives = alternativesOf(rest)
  const open = alternatives === undefined ? undefined : openEnumeration(alternatives, resolve)
  const takesNull = nullable || nullInType(listed, values)
  if (open !== undefined) {
    const schema = { ...without(rest, ['anyOf', 'oneOf']), ...open.text }
    return {
      site,
      schema,
      nullable: takesNull,
      types: ['string'],
      enumeration: { values: open.values, open: true },
    }
  }
  const types = listed?.filter((type) => type !== 'null')
  return {
    site,
    schema: rest,
    nullable: takesNull,
    ...(types === undefined ? {} : { types }),
    ...(values === undefined
      ? {}
      : { enumeration: { values: values.filter((value) => value !== null), open: false } }),
    ...(alternatives === undefined ? {} : { branches: alternatives }),
  }
}

/** A boolean schema as an object: `true` takes everything, `false` nothing. */
function asSchema(value: Json | undefined): JsonObject {
  if (value === false) return { not: {} }
  return isObject(value) ? value : {}
}

function alternativesOf(schema: JsonObject): Json[] | undefined {
  const listed = schema['oneOf'] ?? schema['anyOf']
  return Array.isArray(listed) ? listed : undefined
}

/** Takes `{type: 'null'}` out of the alternatives; `only` is the alternative that is left when nothing else is said. */
function withoutNull(site: JsonObject): { rest: JsonObject; nullable: boolean; only?: Json } {
  for (const keyword of ['anyOf', 'oneOf']) {
    const listed = site[keyword]
    if (!Array.isArray(listed)) continue
    const left = listed.filter((branch) => !(isObject(branch) && branch['type'] === 'null'))
    if (left.length === listed.length) continue
    const [only] = left
    const alone = left.length === 1 && !constrains(without(site, [keyword]))
    return alone && only !== undefined
      ? { rest: site, nullable: true, only }
      : { rest: { ...site, [keyword]: left }, nullable: true }
  }
  return { rest: site, nullable: false }
}

function listedTypes(schema: JsonObject): string[] | undefined {
  const type = schema['type']
  if (typeof type === 'string') return [type]
  return Array.isArray(type) ? type.filter((name): name is string => typeof name === 'string') : undefined
}

function enumerated(schema: JsonObject): Json[] | undefined {
  if (Array.isArray(schema['enum'])) return schema['enum']
  return schema['const'] === undefined ? undefined : [schema['const']]
}

function nullInType(types: string[] | undefined, values: Json[] | undefined): boolean {
  if (values !== undefined) return values.includes(null)
  return types?.includes('null') ?? false
}

/** Known values beside a branch that takes any text. */
function openEnumeration(
  branches: Json[],
  resolve: Resolver,
): { values: Json[]; text: JsonObject } | undefined {
  if (branches.length !== 2) return undefined
  const [first = {}, second = {}] = branches.map((branch) => resolve(branch).value)
  const known = [first, second].find((branch) => Array.isArray(branch['enum']))
  const text = known === first ? second : first
  const values = known?.['enum']
  const isOpen = text['type'] === 'string' && text['enum'] === undefined && text['const'] === undefined
  return Array.isArray(values) && isOpen ? { values, text } : undefined
}

/** A copy without some members. */
export function without(object: JsonObject, keys: string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))
}
