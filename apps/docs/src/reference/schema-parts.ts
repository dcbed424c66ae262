import { entries, isList, isObject, type Json, type JsonObject, listAt, own } from './json.ts'
import { resolve, schemaName } from './references.ts'
import { remember } from './remember.ts'

/**
 * What a schema is made of once references and `allOf` are followed: several objects that all apply. What stands
 * at the place of use comes first, so its description wins over that of the component.
 */
export interface SchemaParts {
  parts: JsonObject[]
  /** The component that stands here, if it is one thing with a name: a reference, not a composition of several. */
  name: string | undefined
  /** Every component that was entered on the way. */
  entered: string[]
  /** Whether null is a further possibility beside what the parts say. */
  nullable: boolean
  /** `true` or `false` in place of a schema: anything, or nothing. */
  boolean: boolean | undefined
}

const unions = ['anyOf', 'oneOf']

/**
 * Takes a schema apart.
 * @param document the bundled document
 * @param site the schema as it stands at the place of use
 */
export const partsOf = remember((document: JsonObject, site: Json | undefined): SchemaParts => {
  const found: SchemaParts = { parts: [], name: undefined, entered: [], nullable: false, boolean: undefined }
  if (typeof site === 'boolean') return { ...found, boolean: site }
  collect(document, site, found)
  found.name = nameOf(site)
  return found
})

/** The name of what stands here: a reference, also as the only branch beside null or as the only part of allOf. */
function nameOf(site: Json | undefined): string | undefined {
  const direct = schemaName(site)
  if (direct !== undefined || !isObject(site) || 'properties' in site) return direct
  const branches = [...listAt(site, 'anyOf'), ...listAt(site, 'oneOf'), ...listAt(site, 'allOf')]
  const others = branches.filter((branch) => !isNull(branch))
  return others.length === 1 ? schemaName(others[0]) : undefined
}

function collect(document: JsonObject, site: Json | undefined, found: SchemaParts): void {
  if (!isObject(site)) return
  const { rest, branches, nullable } = unwrapped(site)
  if (nullable) found.nullable = true
  if (Object.keys(rest).length > 0) found.parts.push(rest)
  if (own(site, '$ref') !== undefined) enter(document, site, found)
  for (const branch of branches) collect(document, branch, found)
}

function enter(document: JsonObject, site: JsonObject, found: SchemaParts): void {
  const name = schemaName(site)
  if (name !== undefined) {
    if (found.entered.includes(name)) return
    found.entered.push(name)
  }
  collect(document, resolve(document, site).value, found)
}

/** Splits off what is followed: `$ref`, `allOf`, and a union of one thing and null, which is that thing or null. */
function unwrapped(site: JsonObject): { rest: JsonObject; branches: Json[]; nullable: boolean } {
  const branches = [...listAt(site, 'allOf')]
  const followed = new Set(['$ref', 'allOf', 'nullable'])
  let nullable = own(site, 'nullable') === true
  for (const keyword of unions) {
    const list = listAt(site, keyword)
    const others = list.filter((branch) => !isNull(branch))
    if (others.length !== 1) continue
    followed.add(keyword)
    branches.push(...others)
    if (others.length < list.length) nullable = true
  }
  const rest = Object.fromEntries(entries(site).filter(([key]) => !followed.has(key)))
  return { rest, branches, nullable }
}

/** Whether a schema allows null and nothing else. */
export function isNull(schema: Json | undefined): boolean {
  if (!isObject(schema)) return false
  const type = own(schema, 'type')
  return (
    type === 'null' ||
    own(schema, 'const') === null ||
    (isList(type) && type.length === 1 && type[0] === 'null')
  )
}

/** The first value that any part has for a keyword. */
export function firstOf(parts: readonly JsonObject[], keyword: string): Json | undefined {
  for (const part of parts) {
    const value = own(part, keyword)
    if (value !== undefined) return value
  }
  return undefined
}

/** The different values that the parts have for a keyword, in their order. */
export function allOf(parts: readonly JsonObject[], keyword: string): Json[] {
  const values = parts.map((part) => own(part, keyword)).filter((value) => value !== undefined)
  if (values.length < 2) return values
  const seen = new Set<string>()
  return values.filter((value) => {
    const text = JSON.stringify(value)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}

/**
 * The properties of all parts under their names. A property that several parts describe is what all of them say.
 */
export function propertiesOf(parts: readonly JsonObject[]): ReadonlyMap<string, Json> {
  const known = knownProperties.get(parts)
  if (known !== undefined) return known
  const found = new Map<string, Json[]>()
  for (const properties of parts.map((part) => own(part, 'properties')).filter(isObject)) {
    for (const [name, schema] of entries(properties)) found.set(name, [...(found.get(name) ?? []), schema])
  }
  const merged = new Map([...found].map(([name, schemas]) => [name, merge(schemas)]))
  knownProperties.set(parts, merged)
  return merged
}

/** Merged once, so that a property is the same object on every page and is described once. */
const knownProperties = new WeakMap<readonly JsonObject[], ReadonlyMap<string, Json>>()

function merge(schemas: Json[]): Json {
  return schemas.length > 1 ? { allOf: schemas } : (schemas[0] ?? true)
}

/** The names that any part requires. */
export function requiredOf(parts: readonly JsonObject[]): Set<string> {
  return new Set(
    parts
      .flatMap((part) => listAt(part, 'required'))
      .filter((name): name is string => typeof name === 'string'),
  )
}
