import { childAnchor, stepAnchor } from './anchors.ts'
import { type JsonObject, objectAt, textAt, own } from './json.ts'
import {
  type Content,
  type Example,
  type Link,
  type Operation,
  type Parameter,
  type RequestBody,
  sampledContent,
} from './operations/index.ts'
import { resolve } from './references.ts'
import type { Overflow, SchemaNode } from './schema-node.ts'
import { valueText } from './schema-facts.ts'
import { SchemaTrees } from './schema-tree.ts'

/** Everything that the page of an operation shows. */
export interface OperationPage {
  operation: Operation
  security: SecurityView[]
  parameterGroups: ParameterGroup[]
  requestBody: BodyView | undefined
  responses: ResponseView[]
  /** What found no room. */
  overflow: Overflow[]
}

/** One way to authorise a request. */
export interface SecurityView {
  schemes: { name: string; kind: string; description: string | undefined; facts: [string, string][] }[]
}

/** The parameters of one place. */
export interface ParameterGroup {
  title: string
  anchor: string
  parameters: ParameterView[]
}

/** A parameter and its schema, with what the parameter itself says in place of what its schema says. */
export interface ParameterView {
  parameter: Parameter
  anchor: string
  node: SchemaNode
}

/** The body of a request. */
export interface BodyView {
  required: boolean
  description: string | undefined
  contents: ContentView[]
  /** The examples that no sample shows, under their media types. */
  unsampled: { mediaType: string; examples: Example[] }[]
}

/** One media type of a body, with its schema as a tree. */
export interface ContentView {
  mediaType: string
  node: SchemaNode | undefined
  examples: Example[]
}

/** One status of an operation. */
export interface ResponseView {
  status: string
  anchor: string
  description: string | undefined
  inferred: string | undefined
  headers: ParameterView[]
  contents: ContentView[]
  links: Link[]
}

const places: [place: string, title: string][] = [
  ['path', 'Path parameters'],
  ['header', 'Header parameters'],
  ['query', 'Query parameters'],
  ['cookie', 'Cookie parameters'],
]

/**
 * Describes an operation for its page.
 * @param document the bundled document
 * @param operation one of its operations
 * @param room how much the page may show of schemas, in characters; without limit by default
 */
export function operationPage(document: JsonObject, operation: Operation, room = Infinity): OperationPage {
  const trees = new SchemaTrees(document, room)
  const page: OperationPage = {
    operation,
    security: operation.security.map((alternative) => ({
      schemes: alternative.map(({ scheme, scopes }) => securityScheme(document, scheme, scopes)),
    })),
    parameterGroups: places
      .map(([place, title]) => parameterGroup(trees, operation, place, title))
      .filter(({ parameters }) => parameters.length > 0),
    requestBody: operation.requestBody && bodyView(trees, operation, operation.requestBody),
    overflow: trees.overflow,
    responses: operation.responses.map((response) => {
      const anchor = `response-${response.status}`
      return {
        ...response,
        anchor,
        headers: response.headers.map((header) =>
          parameterView(trees, header, stepAnchor(anchor, '~headers')),
        ),
        contents: contentViews(trees, response.contents, anchor),
      }
    }),
  }
  trees.unfold()
  return page
}

function parameterGroup(
  trees: SchemaTrees,
  operation: Operation,
  place: string,
  title: string,
): ParameterGroup {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place)
  return { title, anchor: place, parameters: parameters.map((one) => parameterView(trees, one, place)) }
}

function parameterView(trees: SchemaTrees, parameter: Parameter, parent: string): ParameterView {
  const anchor = childAnchor(parent, parameter.name)
  const node = trees.start(parameter.schema ?? {}, anchor)
  const own = parameter.examples.map(({ value }) => valueText(value))
  if (own.length > 0) node.examples = own
  node.description = parameter.description ?? node.description
  node.marks = { ...node.marks, inferred: parameter.inferred ?? node.marks.inferred }
  return { parameter, anchor, node }
}

function bodyView(trees: SchemaTrees, { isWebhook }: Operation, body: RequestBody): BodyView {
  // A webhook is sent to the reader: there are no samples of it.
  const sampled = isWebhook ? undefined : sampledContent(body)
  return {
    ...body,
    contents: contentViews(trees, body.contents, 'request-body'),
    unsampled: body.contents.filter((content) => content !== sampled),
  }
}

/** The first media type has the short anchors; each further one is under its own name. */
function contentViews(trees: SchemaTrees, contents: Content[], anchor: string): ContentView[] {
  return contents.map(({ mediaType, schema, examples }, index) => ({
    mediaType,
    examples,
    node:
      schema === undefined
        ? undefined
        : trees.start(schema, index === 0 ? anchor : stepAnchor(anchor, `~as-${String(index)}`)),
  }))
}

function securityScheme(
  document: JsonObject,
  name: string,
  scopes: string[],
): SecurityView['schemes'][number] {
  const schemes = objectAt(objectAt(document, 'components'), 'securitySchemes')
  const { value } = resolve(document, own(schemes, name))
  const facts: [string, string | undefined][] = [
    ['sent as', sentAs(value)],
    ['format', textAt(value, 'bearerFormat')],
    ...Object.entries(objectAt(value, 'flows')).flatMap(([flow, site]): [string, string | undefined][] => [
      ['flow', flow],
      ['token URL', textAt(site, 'tokenUrl')],
      ['authorization URL', textAt(site, 'authorizationUrl')],
    ]),
    ['discovery', textAt(value, 'openIdConnectUrl')],
    ['scope', scopes.length > 0 ? scopes.join(' ') : undefined],
  ]
  return {
    name,
    kind: kindOf(value),
    description: textAt(value, 'description'),
    facts: facts.filter((fact): fact is [string, string] => fact[1] !== undefined),
  }
}

function sentAs(scheme: JsonObject): string | undefined {
  const type = textAt(scheme, 'type')
  if (type === 'apiKey') return `${textAt(scheme, 'in') ?? 'header'} ${textAt(scheme, 'name') ?? ''}`
  if (type === 'http') return `Authorization: ${textAt(scheme, 'scheme') === 'basic' ? 'Basic' : 'Bearer'} …`
  return type === 'oauth2' || type === 'openIdConnect' ? 'Authorization: Bearer …' : undefined
}

function kindOf(scheme: JsonObject): string {
  const kinds: Record<string, string> = {
    apiKey: 'API key',
    oauth2: 'OAuth 2.0',
    openIdConnect: 'OpenID Connect',
    mutualTLS: 'Client certificate',
  }
  const type = textAt(scheme, 'type') ?? ''
  return kinds[type] ?? (textAt(scheme, 'scheme') === 'bearer' ? 'Bearer token' : type)
}
