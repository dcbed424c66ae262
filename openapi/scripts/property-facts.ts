import { isObject, type JsonObject, objectAt } from './contract.ts'
import { callOf } from './operation-facts.ts'
import { type ContractOperation, jsonSchemaOf } from './operations.ts'
import { findProperties, type WalkedProperty, walkSchema, type Wanted } from './schema-walk.ts'

/** True for personal data and credentials, marked at the property or in the schema that it refers to. */
export const isSensitive: Wanted = ({ schema, site }) => 'x-sensitive' in schema || 'x-sensitive' in site

/** True for strings that hold JSON text. */
export const isJsonString: Wanted = ({ schema }) => 'contentSchema' in schema

/** The properties to keep of an operation's bodies, the ones sent and the ones answered. */
export function bodyProperties(
  document: JsonObject,
  { operation }: ContractOperation,
  keep: Wanted,
): WalkedProperty[] {
  const responses = Object.values(objectAt(operation, 'responses')).filter(isObject)
  const holders = [objectAt(operation, 'requestBody'), ...responses]
  return holders.flatMap((holder) => findProperties(document, jsonSchemaOf(document, holder), keep))
}

/** Where bodies hold the properties to keep, per operation. */
export function byOperation(document: JsonObject, operations: ContractOperation[], keep: Wanted): JsonObject {
  const paths = (holder: JsonObject) =>
    findProperties(document, jsonSchemaOf(document, holder), keep).map(({ path }) => path)
  const facts = operations.map(({ id, operation }): [string, JsonObject] => {
    const responses = Object.values(objectAt(operation, 'responses')).filter(isObject)
    return [
      id,
      {
        request: paths(objectAt(operation, 'requestBody')),
        response: [...new Set(responses.flatMap(paths))],
      },
    ]
  })
  return Object.fromEntries(facts)
}

/** The schema of the JSON text inside a string, by the name of the property that holds it. */
export function jsonStringSchemas(bodies: WalkedProperty[]): JsonObject {
  const found: JsonObject = {}
  for (const { path, schema } of bodies) {
    const reference = objectAt(schema, 'contentSchema')['$ref']
    if (typeof reference === 'string') found[nameOf(path)] = reference.split('/').at(-1) ?? reference
  }
  return found
}

/** Every property of every request body, by method and path. */
export function requestPaths(document: JsonObject, operations: ContractOperation[]): JsonObject {
  const found: JsonObject = {}
  for (const sent of operations) {
    const paths = walkSchema(document, jsonSchemaOf(document, objectAt(sent.operation, 'requestBody')))
    if (paths.length > 0) found[callOf(sent)] = paths.map(({ path }) => path)
  }
  return found
}

/** The name of the property at the end of a path. */
export function nameOf(path: string): string {
  return path.split(/[.→]/).at(-1) ?? path
}

/** The documented values of enumerations, by schema. */
export function knownValues(document: JsonObject): JsonObject {
  const found: JsonObject = {}
  for (const [name, schema] of Object.entries(objectAt(objectAt(document, 'components'), 'schemas'))) {
    if (!isObject(schema)) continue
    const branches = Array.isArray(schema['anyOf']) ? schema['anyOf'].filter(isObject) : []
    const values = [schema, ...branches].find((branch) => Array.isArray(branch['enum']))?.['enum']
    if (values !== undefined) found[name] = values
  }
  return found
}
