import { deref, isRecord, list, record, text, type OpenApiDocument } from './document.ts'
import { isJson } from './media-type.ts'

/** An operation with everything around it that a request needs. */
export interface Operation {
  readonly operationId: string
  /** In capitals. */
  readonly method: string
  /** The template, such as `/v1/Customers/{customerId}`. */
  readonly path: string
  readonly definition: Readonly<Record<string, unknown>>
  /** Dereferenced; those of the operation replace those of the path with the same name and place. */
  readonly parameters: readonly Parameter[]
  readonly servers: readonly Server[]
  /** The request body's media type and Media Type Object: JSON when there is JSON, else the first. */
  readonly body:
    { readonly mediaType: string; readonly content: Readonly<Record<string, unknown>> } | undefined
}

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  readonly definition: Readonly<Record<string, unknown>>
}

/** A server with its variables filled in by their defaults. */
export interface Server {
  /** Without a slash at the end. */
  readonly url: string
  readonly description: string
  /** The contract's `x-environment`: `production` or `sandbox`. */
  readonly environment: string | undefined
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

/**
 * Finds an operation by its id, or by `GET /path` when it has none.
 * @throws Error when the document has no such operation.
 */
export function findOperation(document: OpenApiDocument, operationId: string): Operation {
  const place = placesOf(document).get(operationId)
  if (place === undefined) {
    throw new Error(
      `The contract has no operation "${operationId}". Its operationId is spelt differently, or it is gone.`,
    )
  }
  const { path, method, item } = place
  const definition = record(item[method])
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    definition,
    parameters: parameters(document, item, definition),
    servers: servers(document, item, definition),
    body: body(document, definition),
  }
}

/** Where an operation stands. */
interface OperationPlace {
  readonly path: string
  readonly method: (typeof methods)[number]
  readonly item: Readonly<Record<string, unknown>>
}

const places = new WeakMap<OpenApiDocument, Map<string, OperationPlace>>()

/** All operations of a document by id, found once: looking each up anew would make large contracts slow. */
function placesOf(document: OpenApiDocument): Map<string, OperationPlace> {
  const known = places.get(document)
  if (known !== undefined) return known
  const found = new Map<string, OperationPlace>()
  for (const [path, reference] of Object.entries(record(record(document)['paths']))) {
    const item = deref(document, reference)
    for (const method of methods.filter((candidate) => item[candidate] !== undefined)) {
      const id = idOf(item[method], method, path)
      if (!found.has(id)) found.set(id, { path, method, item })
    }
  }
  places.set(document, found)
  return found
}

/** The ids of all operations, in the document's order; `GET /path` for one that has no id. */
export function operationIds(document: OpenApiDocument): string[] {
  return Object.entries(record(record(document)['paths'])).flatMap(([path, reference]) => {
    const item = deref(document, reference)
    return methods
      .filter((method) => item[method] !== undefined)
      .map((method) => idOf(item[method], method, path))
  })
}

function idOf(definition: unknown, method: string, path: string): string {
  return text(record(definition)['operationId']) ?? `${method.toUpperCase()} ${path}`
}

function parameters(document: OpenApiDocument, item: object, operation: object): Parameter[] {
  const found = new Map<string, Parameter>()
  for (const owner of [item, operation]) {
    for (const reference of list(record(owner)['parameters'])) {
      const definition = deref(document, reference)
      const name = text(definition['name'])
      const place = definition['in']
      if (name === undefined || !isPlace(place)) continue
      found.set(`${place} ${name}`, {
        name,
        in: place,
        required: definition['required'] === true,
        definition,
      })
    }
  }
  return [...found.values()]
}

function isPlace(value: unknown): value is Parameter['in'] {
  return value === 'path' || value === 'query' || value === 'header' || value === 'cookie'
}

function servers(document: OpenApiDocument, ...owners: object[]): Server[] {
  const nearest = [...owners].reverse().map((owner) => list(record(owner)['servers']))
  const definitions = [...nearest, list(record(document)['servers'])].find((some) => some.length > 0) ?? [
    { url: '/' },
  ]
  return definitions.filter(isRecord).map((server) => ({
    url: filled(server).replace(/\/+$/, ''),
    description: text(server['description']) ?? '',
    environment: text(server['x-environment']),
  }))
}

function filled(server: Readonly<Record<string, unknown>>): string {
  const variables = record(server['variables'])
  return (text(server['url']) ?? '').replace(/\{([^}]+)\}/g, (whole, name: string) => {
    return text(record(variables[name])['default']) ?? whole
  })
}

function body(document: OpenApiDocument, operation: Readonly<Record<string, unknown>>): Operation['body'] {
  const content = record(deref(document, operation['requestBody'])['content'])
  const names = Object.keys(content)
  const mediaType = names.find(isJson) ?? names[0]
  return mediaType === undefined ? undefined : { mediaType, content: deref(document, content[mediaType]) }
}
