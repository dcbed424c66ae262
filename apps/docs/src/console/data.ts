import { list, record, text, type OpenApiDocument } from '../samples/document.ts'
import { findOperation, type Operation, type Parameter, type Server } from '../samples/operation.ts'
import { exampleNames, requestExample } from '../samples/request.ts'
import { bodyText } from '../samples/samples.ts'
import { clientCredentialsFlow } from '../samples/security.ts'
import type { DemoClient, SandboxTokens } from './token.ts'

/** All that the console knows of an operation: made at build time, carried by the page as JSON. */
export interface ConsoleData {
  readonly operationId: string
  readonly method: string
  /** The path's template. */
  readonly path: string
  /** True when the request changes something, so that a lost answer leaves a doubt. */
  readonly changes: boolean
  /** The sandbox first. */
  readonly servers: readonly Server[]
  readonly parameters: readonly ConsoleParameter[]
  /** The body's media type; null when the operation takes no body. */
  readonly mediaType: string | null
  readonly examples: readonly ConsoleExample[]
  /** How to get a token from the sandbox; null when the contract names no demo client. */
  readonly tokens: SandboxTokens | null
}

/** A parameter with what the reader may be offered for it. */
export interface ConsoleParameter {
  readonly name: string
  readonly in: Parameter['in']
  readonly required: boolean
  /** The values that the contract lists; empty when any is possible. */
  readonly choices: readonly string[]
}

/** One request example: the text of each parameter, in the order of {@link ConsoleData.parameters}, and the body's. */
interface ConsoleExample {
  readonly name: string
  readonly summary: string
  /** Null where the example leaves a parameter out. */
  readonly values: readonly (string | null)[]
  readonly body: string | null
}

/**
 * The console's data for an operation. Pure. `consoleHtml` puts it into the page.
 * @throws Error when the document has no such operation.
 */
export function consoleData(document: OpenApiDocument, operationId: string): ConsoleData {
  const operation = findOperation(document, operationId)
  return {
    operationId,
    method: operation.method,
    path: operation.path,
    changes: !['GET', 'HEAD', 'OPTIONS'].includes(operation.method),
    servers: sandboxFirst(operation.servers),
    parameters: operation.parameters.filter(isSettable).map((parameter) => consoleParameter(parameter)),
    mediaType: operation.body?.mediaType ?? null,
    examples: exampleNames(document, operationId).map((name) => consoleExample(document, operation, name)),
    tokens: sandboxTokens(document),
  }
}

/** The API Access clients that the contract's `x-sandbox` seeds, and where they get their tokens. */
function sandboxTokens(document: OpenApiDocument): SandboxTokens | null {
  const flow = clientCredentialsFlow(document)
  const tenants = list(record(record(document)['x-sandbox'])['tenants']).map(record)
  const clients = tenants.flatMap((tenant) =>
    list(tenant['clients']).flatMap((client) => demoClient(tenant, client)),
  )
  return flow === undefined || clients.length === 0
    ? null
    : { path: flow.tokenPath, scope: flow.scope, clients }
}

function demoClient(tenant: Readonly<Record<string, unknown>>, client: unknown): DemoClient[] {
  const { name, role, id, secret } = record(client)
  const domains = list(tenant['domains']).flatMap((domain) => text(domain) ?? [])
  if (typeof name !== 'string' || typeof id !== 'string' || typeof secret !== 'string') return []
  return [{ name: `${name} (${text(role) ?? 'any role'})`, domains, clientId: id, clientSecret: secret }]
}

/** A browser sends cookies by itself, and Authorization has a field of its own. */
function isSettable(parameter: Parameter): boolean {
  return parameter.in !== 'cookie' && parameter.name.toLowerCase() !== 'authorization'
}

function isSandbox({ environment }: Server): boolean {
  return environment === 'sandbox'
}

function sandboxFirst(servers: readonly Server[]): Server[] {
  return [...servers.filter(isSandbox), ...servers.filter((server) => !isSandbox(server))]
}

function consoleParameter({ name, in: place, required, definition }: Parameter): ConsoleParameter {
  const choices = list(record(definition['schema'])['enum']).map(String)
  return { name, in: place, required, choices }
}

function consoleExample(document: OpenApiDocument, operation: Operation, name: string): ConsoleExample {
  const { summary, parameters, body } = requestExample(document, operation.operationId, name)
  return {
    name,
    summary,
    values: parameters.filter(isSettable).map(({ value }) => (value === undefined ? null : plain(value))),
    body: body === undefined ? null : bodyText(body.mediaType, body.value),
  }
}

function plain(value: unknown): string {
  return text(value) ?? JSON.stringify(value)
}
