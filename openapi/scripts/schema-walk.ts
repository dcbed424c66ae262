import { isObject, type Json, type JsonObject, objectAt, resolve } from './contract.ts'

/** One property of a body: where it stands, and its schema. */
export interface WalkedProperty {
  /**
   * `.` enters an object, `*` stands for the key of a dictionary, `[]` for an item of an array, and `→` enters
   * the JSON text inside a string: `providerCustomers.*.providerCustomerData→Email`.
   */
  path: string
  schema: JsonObject
  /** The schema as it stands at the property, before its reference is followed. */
  site: JsonObject
}

/** Tells by its schema whether a property is looked for. */
export type Wanted = (property: Pick<WalkedProperty, 'schema' | 'site'>) => boolean

/**
 * Visits every property that a schema describes, through references, compositions, dictionaries, arrays and JSON
 * inside strings. A schema that contains itself is entered once.
 * @param document the bundled contract
 * @param schema the schema of a body
 */
export function walkSchema(document: JsonObject, schema: Json | undefined): WalkedProperty[] {
  const found = new Map<string, WalkedProperty>()
  visit({ document, found, isBarren: () => false }, schema, '', [])
  return [...found.values()]
}

/**
 * Finds the properties that are looked for, as `walkSchema` does, and enters only the schemas that lead to one: where
 * schemas contain one another richly, there are more paths than could ever be visited.
 * @param document the bundled contract
 * @param schema the schema of a body
 */
export function findProperties(
  document: JsonObject,
  schema: Json | undefined,
  wanted: Wanted,
): WalkedProperty[] {
  const leading = leadingTo(document, wanted)
  const found = new Map<string, WalkedProperty>()
  visit({ document, found, isBarren: (name) => !leading.has(name) }, schema, '', [])
  return [...found.values()].filter(wanted)
}

const known = new WeakMap<JsonObject, Map<Wanted, Set<string>>>()

/** The component schemas that hold what is looked for, and those that refer to one of them, however far. */
function leadingTo(document: JsonObject, wanted: Wanted): Set<string> {
  const sets = known.get(document) ?? new Map<Wanted, Set<string>>()
  known.set(document, sets)
  const ready = sets.get(wanted)
  if (ready !== undefined) return ready
  const users = new Map<string, Set<string>>()
  const leading = new Set<string>()
  sets.set(wanted, leading)
  for (const [name, schema] of Object.entries(objectAt(objectAt(document, 'components'), 'schemas'))) {
    scan(schema, (part) => {
      if (wanted({ schema: part, site: part })) leading.add(name)
      const used = typeof part['$ref'] === 'string' ? part['$ref'].split('/').at(-1) : undefined
      if (used !== undefined) addTo(users, used, name)
    })
  }
  // A set takes what is added while it is gone through.
  for (const name of leading) for (const user of users.get(name) ?? []) leading.add(user)
  return leading
}

function addTo(users: Map<string, Set<string>>, used: string, user: string): void {
  const all = users.get(used) ?? new Set<string>()
  users.set(used, all.add(user))
}

function scan(value: Json, look: (part: JsonObject) => void): void {
  if (Array.isArray(value)) for (const item of value) scan(item, look)
  if (!isObject(value)) return
  look(value)
  for (const item of Object.values(value)) scan(item, look)
}

interface Walk {
  document: JsonObject
  found: Map<string, WalkedProperty>
  /** True for a component schema that need not be entered. */
  isBarren: (name: string) => boolean
}

function visit(walk: Walk, site: Json | undefined, path: string, within: readonly string[]): void {
  const { document, found, isBarren } = walk
  const { value: schema, name } = resolve(document, site)
  if (name !== undefined && (within.includes(name) || isBarren(name))) return
  const inside = name === undefined ? within : [...within, name]
  const enter = (child: Json | undefined, at: string) => {
    visit(walk, child, at, inside)
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const branches = schema[keyword]
    if (Array.isArray(branches)) for (const branch of branches) enter(branch, path)
  }
  for (const [property, child] of Object.entries(objectAt(schema, 'properties'))) {
    const at = path === '' || path.endsWith('→') ? path + property : `${path}.${property}`
    if (isObject(child)) remember(found, { path: at, schema: resolve(document, child).value, site: child })
    enter(child, at)
  }
  if (isObject(schema['additionalProperties']))
    enter(schema['additionalProperties'], path === '' ? '*' : `${path}.*`)
  if (isObject(schema['items'])) enter(schema['items'], `${path}[]`)
  if (isObject(schema['contentSchema'])) enter(schema['contentSchema'], `${path}→`)
}

function remember(found: Map<string, WalkedProperty>, property: WalkedProperty): void {
  if (!found.has(property.path)) found.set(property.path, property)
}
