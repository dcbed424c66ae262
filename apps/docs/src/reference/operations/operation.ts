import { entries, isObject, type JsonObject, listAt, objectAt, own, textAt } from '../json.ts'
import { resolve } from '../references.ts'
import { readRequestBody, type RequestBody } from './body.ts'
import { type OperationMarks, readMarks } from './marks.ts'
import { type Parameter, readParameters } from './parameter.ts'
import { readResponse, type Response } from './response.ts'
import { readSecurity, type SecurityAlternative } from './security.ts'
import { readServers, type Server } from './server.ts'
import { strings } from './strings.ts'

/** The methods that an OpenAPI path may have, in the order in which readers expect them. */
const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const

/** One operation of the document, or one webhook, with its parts resolved but not described. */
export interface Operation {
  /** The `operationId`, or one made of method and path. */
  id: string
  /** In capitals. */
  method: string
  /** The URL template, or the webhook's name. */
  path: string
  isWebhook: boolean
  summary: string
  description: string | undefined
  deprecated: boolean
  tags: string[]
  servers: Server[]
  /** Alternatives; each is a set of schemes that must all be fulfilled. Empty: none is needed. */
  security: SecurityAlternative[]
  parameters: Parameter[]
  requestBody: RequestBody | undefined
  responses: Response[]
  marks: OperationMarks
  /** The operation as it stands in the document. */
  source: JsonObject
}

/** All operations of the document in its order, webhooks last. */
export function listOperations(document: JsonObject): Operation[] {
  return [...listFrom(document, 'paths'), ...listFrom(document, 'webhooks')]
}

function listFrom(document: JsonObject, section: 'paths' | 'webhooks'): Operation[] {
  return entries(objectAt(document, section)).flatMap(([path, site]) => {
    const item = resolve(document, site).value
    return methods
      .filter((method) => isObject(own(item, method)))
      .map((method) => readOperation(document, item, { method, path, isWebhook: section === 'webhooks' }))
  })
}

function readOperation(
  document: JsonObject,
  item: JsonObject,
  place: { method: string; path: string; isWebhook: boolean },
): Operation {
  const source = objectAt(item, place.method)
  const method = place.method.toUpperCase()
  return {
    id: textAt(source, 'operationId') ?? `${method} ${place.path}`,
    method,
    path: place.path,
    isWebhook: place.isWebhook,
    summary: textAt(source, 'summary') ?? textAt(item, 'summary') ?? `${method} ${place.path}`,
    description: textAt(source, 'description') ?? textAt(item, 'description'),
    deprecated: own(source, 'deprecated') === true,
    tags: strings(listAt(source, 'tags')),
    servers: readServers([source, item, document]),
    security: readSecurity(own(source, 'security') ?? own(document, 'security')),
    parameters: readParameters(document, [...listAt(item, 'parameters'), ...listAt(source, 'parameters')]),
    requestBody: readRequestBody(document, own(source, 'requestBody')),
    responses: entries(objectAt(source, 'responses')).map(([status, site]) =>
      readResponse(document, status, site),
    ),
    marks: readMarks(source),
    source,
  }
}
