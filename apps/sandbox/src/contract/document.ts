import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { isObject, type Json, type JsonObject } from './json.ts'

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** One operation of the contract and where it stands. */
export interface ContractOperation {
  id: string
  /** In capital letters. */
  method: string
  /** With parameters in braces, as the contract writes it. */
  path: string
  /** JSON pointer of the operation in the bundle. */
  pointer: string
  /** The path item's and the operation's parameters, references resolved. */
  parameters: { value: JsonObject; pointer: string }[]
  operation: JsonObject
}

/** The file that the contract's bundle is read from. */
export function bundlePath(): string {
  return createRequire(import.meta.url).resolve('@cloudcockpit/openapi/openapi.json')
}

/**
 * Reads the bundled contract.
 * @throws Error naming the file when it is not there or no JSON object
 */
export async function readBundle(path = bundlePath()): Promise<JsonObject> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`The bundled contract cannot be read: ${path}. Run \`npm run generate\` at the root.`, {
      cause,
    })
  })
  const document: unknown = JSON.parse(text)
  if (!isObject(document)) throw new Error(`The bundled contract is no JSON object: ${path}`)
  return document
}

/**
 * All operations of a contract.
 * @param document the bundled contract
 * @throws Error when an operation has no operationId
 */
export function listOperations(document: JsonObject): ContractOperation[] {
  const found: ContractOperation[] = []
  for (const [path, item] of Object.entries(isObject(document['paths']) ? document['paths'] : {})) {
    if (!isObject(item)) continue
    for (const method of methods) {
      const operation = item[method]
      if (!isObject(operation)) continue
      const at = `#/paths/${escapePointer(path)}`
      if (typeof operation['operationId'] !== 'string')
        throw new Error(`${at}/${method} has no operationId; the sandbox finds its handlers by it.`)
      const parameters = [
        ...parametersOf(document, item, at),
        ...parametersOf(document, operation, `${at}/${method}`),
      ]
      const id = operation['operationId']
      found.push({
        id,
        method: method.toUpperCase(),
        path,
        pointer: `${at}/${method}`,
        parameters,
        operation,
      })
    }
  }
  return found
}

function parametersOf(document: JsonObject, holder: JsonObject, pointer: string) {
  const list = Array.isArray(holder['parameters']) ? holder['parameters'] : []
  return list.map((entry, index) => resolve(document, entry, `${pointer}/parameters/${index}`))
}

/**
 * Follows a local `$ref` (`#/components/…`) as far as it leads.
 * @param document the bundled contract
 * @param value an object that may be a reference
 * @param pointer where the object stands
 * @returns the object referred to and where that stands
 * @throws Error when a reference leads nowhere
 */
export function resolve(
  document: JsonObject,
  value: Json | undefined,
  pointer = '#',
): { value: JsonObject; pointer: string } {
  let current = value
  let at = pointer
  while (isObject(current) && typeof current['$ref'] === 'string') {
    at = current['$ref']
    current = at
      .split('/')
      .slice(1)
      .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<Json | undefined>((parent, key) => (isObject(parent) ? parent[key] : undefined), document)
    if (current === undefined) throw new Error(`${at} leads nowhere in the bundled contract`)
  }
  return { value: isObject(current) ? current : {}, pointer: at }
}

/** One segment of a JSON pointer, escaped. */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1')
}
