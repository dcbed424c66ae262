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

/**
 * Visits every property that a schema describes, through references, compositions, dictionaries, arrays and JSON
 * inside strings. A schema that contains itself is entered once.
 * @param document the bundled contract
 * @param schema the schema of a body
 */
export function walkSchema(document: JsonObject, schema: Json | undefined): WalkedProperty[] {
  const found = new Map<string, WalkedProperty>()
  visit(document, schema, '', [], found)
  return [...found.values()]
}

function visit(
  document: JsonObject,
  site: Json | undefined,
  path: string,
  within: readonly string[],
  found: Map<string, WalkedProperty>,
): void {
  const { value: schema, name } = resolve(document, site)
  if (name !== undefined && within.includes(name)) return
  const inside = name === undefined ? within : [...within, name]
  const enter = (child: Json | undefined, at: string) => {
    visit(document, child, at, inside, found)
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
