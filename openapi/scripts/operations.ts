import { isObject, type JsonObject, objectAt, resolve } from './contract.ts'

/** The HTTP methods that a path item may describe. */
export const httpMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

/** One operation of the contract and where it stands. */
export interface ContractOperation {
  id: string
  method: string
  path: string
  operation: JsonObject
}

/**
 * All operations of a contract, ordered by their ids.
 * @param document the bundled contract
 */
export function listOperations(document: JsonObject): ContractOperation[] {
  const found: ContractOperation[] = []
  for (const [path, item] of Object.entries(objectAt(document, 'paths'))) {
    for (const method of httpMethods) {
      const operation = isObject(item) ? item[method] : undefined
      if (!isObject(operation) || typeof operation['operationId'] !== 'string') continue
      found.push({ id: operation['operationId'], method: method.toUpperCase(), path, operation })
    }
  }
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * The JSON schema of a request body or of a response; undefined when it has none.
 * @param document the bundled contract
 * @param holder a Request Body or Response Object, or a reference to one
 */
export function jsonSchemaOf(document: JsonObject, holder: JsonObject): JsonObject | undefined {
  const content = objectAt(resolve(document, holder).value, 'content')
  const schema = objectAt(content, 'application/json')['schema']
  return isObject(schema) ? schema : undefined
}
