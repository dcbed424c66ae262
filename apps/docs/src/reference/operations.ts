import { entries, isObject, type Json, type JsonObject, listAt, objectAt, own, textAt } from './json.ts'
import { resolve } from './references.ts'

/** The methods that an OpenAPI path may have, in the order in which readers expect them. */
export const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const

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

/** What the document's own marks say of an operation. */
export interface OperationMarks {
  roles: string[]
  /** `safe` or `unsafe` to send again. */
  retry: string | undefined
  /** The operation that settles a lost answer, and the property it looks for. */
  reconcile: { operationId: string; match: string[] } | undefined
  coverage: string | undefined
  /** Whether the sandbox does it; otherwise it answers 501. */
  inSandbox: boolean
  /** What the public documentation leaves open. */
  unknown: string[]
  inferred: string | undefined
}

/** An address of the API. */
export interface Server {
  /** As the document has it; it may hold variables such as `{region}`. */
  url: string
  /** With its variables filled in by their defaults, and without a slash at the end. */
  address: string
  description: string | undefined
  /** `production` or `sandbox`, from `x-environment`. */
  environment: string | undefined
}

/** Schemes that together authorise a request, each with the scopes that it needs. */
export type SecurityAlternative = { scheme: string; scopes: string[] }[]

/** A parameter, or a header of an answer. */
export interface Parameter {
  name: string
  /** `path`, `query`, `header`, `cookie`; or `response` for a header of an answer. */
  in: string
  required: boolean
  deprecated: boolean
  description: string | undefined
  inferred: string | undefined
  schema: Json | undefined
  /** How lists and objects are written, where the document says so. */
  notation: string | undefined
  examples: Example[]
  /** The parameter as it stands in the document, references followed. */
  source: JsonObject
}

/** The body of a request. */
export interface RequestBody {
  required: boolean
  description: string | undefined
  contents: Content[]
}

/** One media type of a body. */
export interface Content {
  mediaType: string
  schema: Json | undefined
  examples: Example[]
  /** The Media Type Object as it stands in the document. */
  source: JsonObject
}

/** One example of a body or a parameter. */
export interface Example {
  /** The key in the document: what the example is called in code. */
  key: string
  /** The component that holds it, if it is one. */
  component: string | undefined
  summary: string
  description: string | undefined
  inferred: string | undefined
  value: Json
}

/** One status of an operation. */
export interface Response {
  status: string
  description: string | undefined
  inferred: string | undefined
  headers: Parameter[]
  contents: Content[]
  links: Link[]
}

/** What the answer leads to. */
export interface Link {
  name: string
  operationId: string | undefined
  description: string | undefined
  parameters: [name: string, expression: string][]
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

/** The servers of the innermost level that names any. */
export function readServers(levels: readonly JsonObject[]): Server[] {
  const level = levels.find((candidate) => listAt(candidate, 'servers').length > 0)
  return listAt(level, 'servers')
    .filter(isObject)
    .map((server) => ({
      url: textAt(server, 'url') ?? '/',
      address: addressOf(server),
      description: textAt(server, 'description'),
      environment: textAt(server, 'x-environment'),
    }))
}

function addressOf(server: JsonObject): string {
  const variables = objectAt(server, 'variables')
  const filled = (textAt(server, 'url') ?? '/').replace(/\{([^}]+)\}/g, (whole, name: string) => {
    return textAt(own(variables, name), 'default') ?? whole
  })
  return filled.replace(/\/+$/, '')
}

function readSecurity(requirements: Json | undefined): SecurityAlternative[] {
  return listAt({ requirements }, 'requirements')
    .filter(isObject)
    .map((alternative) =>
      entries(alternative).map(([scheme, scopes]) => ({
        scheme,
        scopes: strings(listAt({ scopes }, 'scopes')),
      })),
    )
}

/** Parameters of the path and of the operation; the operation's wins over one of the path with its name. */
function readParameters(document: JsonObject, sites: readonly Json[]): Parameter[] {
  const found = new Map<string, Parameter>()
  for (const site of sites) {
    const { value } = resolve(document, site)
    const parameter = readParameter(
      document,
      value,
      textAt(value, 'name') ?? '',
      textAt(value, 'in') ?? 'query',
    )
    found.set(`${parameter.in} ${parameter.name}`, parameter)
  }
  return [...found.values()]
}

function readParameter(document: JsonObject, value: JsonObject, name: string, location: string): Parameter {
  const [mediaType, content] = entries(objectAt(value, 'content'))[0] ?? []
  const schema = own(value, 'schema') ?? own(content, 'schema')
  return {
    name,
    in: location,
    required: own(value, 'required') === true,
    deprecated: own(value, 'deprecated') === true,
    description: textAt(value, 'description'),
    inferred: textAt(value, 'x-inferred'),
    schema,
    notation: mediaType ?? notationOf(value),
    examples: readExamples(document, value),
    source: value,
  }
}

function notationOf(value: JsonObject): string | undefined {
  const style = textAt(value, 'style')
  const explode = own(value, 'explode')
  const said = [style, explode === undefined ? undefined : explode === true ? 'exploded' : 'not exploded']
  const text = said.filter((part) => part !== undefined).join(', ')
  return text === '' ? undefined : text
}

function readRequestBody(document: JsonObject, site: Json | undefined): RequestBody | undefined {
  if (site === undefined) return undefined
  const { value } = resolve(document, site)
  return {
    required: own(value, 'required') === true,
    description: textAt(value, 'description'),
    contents: readContents(document, value),
  }
}

function readContents(document: JsonObject, holder: JsonObject): Content[] {
  return entries(objectAt(holder, 'content')).map(([mediaType, content]) => ({
    mediaType,
    schema: own(content, 'schema'),
    examples: isObject(content) ? readExamples(document, content) : [],
    source: isObject(content) ? content : {},
  }))
}

function readExamples(document: JsonObject, holder: JsonObject): Example[] {
  const single = own(holder, 'example')
  const named = entries(objectAt(holder, 'examples')).map(([key, site]) => readExample(document, key, site))
  if (named.length > 0 || single === undefined) return named
  return [
    {
      key: 'example',
      component: undefined,
      summary: 'Example',
      description: undefined,
      inferred: undefined,
      value: single,
    },
  ]
}

function readExample(document: JsonObject, key: string, site: Json): Example {
  const { value, name } = resolve(document, site)
  return {
    key,
    component: name,
    summary: textAt(value, 'summary') ?? key,
    description: textAt(value, 'description'),
    inferred: textAt(value, 'x-inferred'),
    value: own(value, 'value') ?? null,
  }
}

function readResponse(document: JsonObject, status: string, site: Json): Response {
  const { value } = resolve(document, site)
  const headers = entries(objectAt(value, 'headers')).map(([name, header]) =>
    readParameter(document, resolve(document, header).value, name, 'response'),
  )
  return {
    status,
    description: textAt(value, 'description'),
    inferred: textAt(value, 'x-inferred'),
    headers,
    contents: readContents(document, value),
    links: entries(objectAt(value, 'links')).map(([name, link]) =>
      readLink(name, resolve(document, link).value),
    ),
  }
}

function readLink(name: string, link: JsonObject): Link {
  return {
    name,
    operationId: textAt(link, 'operationId'),
    description: textAt(link, 'description'),
    parameters: entries(objectAt(link, 'parameters')).map(([parameter, value]) => [
      parameter,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  }
}

function readMarks(source: JsonObject): OperationMarks {
  const documentation = objectAt(source, 'x-documentation')
  const reconcile = objectAt(source, 'x-reconcile')
  const operationId = textAt(reconcile, 'operationId')
  return {
    roles: strings(listAt(source, 'x-roles')),
    retry: textAt(source, 'x-retry-safety'),
    reconcile:
      operationId === undefined
        ? undefined
        : { operationId, match: Object.keys(objectAt(reconcile, 'match')) },
    coverage: textAt(documentation, 'coverage'),
    inSandbox: own(objectAt(source, 'x-sandbox'), 'implemented') !== false,
    unknown: strings(listAt(documentation, 'unknown')),
    inferred: textAt(source, 'x-inferred'),
  }
}

function strings(list: readonly Json[]): string[] {
  return list.filter((item): item is string => typeof item === 'string')
}
