import {
  listOperations,
  type Operation as Described,
  type Parameter as DescribedParameter,
  sampledContent,
} from '../reference/operations/index.ts'
import type { OpenApiDocument } from './document.ts'

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
  /** False when the contract says that the sandbox does not do it: it answers 501 then. */
  readonly inSandbox: boolean
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

/**
 * Finds an operation by its id, or by `GET /path` when it has none. Webhooks are none: they are sent to the reader.
 * @throws Error when the document has no such operation.
 */
export function findOperation(document: OpenApiDocument, operationId: string): Operation {
  const found = operationsOf(document).get(operationId)
  if (found === undefined) {
    throw new Error(
      `The contract has no operation "${operationId}". Its operationId is spelt differently, or it is gone.`,
    )
  }
  const { method, path, source, parameters, servers, marks } = found
  return {
    operationId,
    method,
    path,
    definition: source,
    parameters: parameters.flatMap(requestParameter),
    servers: servers.map(({ address, description = '', environment }) => ({
      url: address,
      description,
      environment,
    })),
    inSandbox: marks.inSandbox,
    body: body(found),
  }
}

/** The ids of all operations, in the document's order; `GET /path` for one that has no id. */
export function operationIds(document: OpenApiDocument): string[] {
  return [...operationsOf(document).keys()]
}

const known = new WeakMap<OpenApiDocument, Map<string, Described>>()

/** All operations of a document by id, read once: reading them anew for each would make large contracts slow. */
function operationsOf(document: OpenApiDocument): Map<string, Described> {
  const found =
    known.get(document) ??
    new Map(
      listOperations(document)
        .filter(({ isWebhook }) => !isWebhook)
        .map((operation) => [operation.id, operation]),
    )
  known.set(document, found)
  return found
}

function requestParameter({ name, in: place, required, source }: DescribedParameter): Parameter[] {
  return isPlace(place) ? [{ name, in: place, required, definition: source }] : []
}

function isPlace(value: string): value is Parameter['in'] {
  return value === 'path' || value === 'query' || value === 'header' || value === 'cookie'
}

function body({ requestBody }: Described): Operation['body'] {
  const chosen = sampledContent(requestBody)
  return chosen && { mediaType: chosen.mediaType, content: chosen.source }
}
