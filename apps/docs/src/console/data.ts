import { list, record, text, type OpenApiDocument } from '../samples/document.ts'
import { findOperation, type Operation, type Parameter, type Server } from '../samples/operation.ts'
import { exampleNames, requestExample } from '../samples/request.ts'
import { bodyText } from '../samples/samples.ts'

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
}

/** A parameter with what the reader may be offered for it. */
export interface ConsoleParameter {
  readonly name: string
  readonly in: Parameter['in']
  readonly required: boolean
  /** The values that the contract lists; empty when any is possible. */
  readonly choices: readonly string[]
}

/** One request example: the text of each parameter that it sets, by place and name, and the body's text. */
export interface ConsoleExample {
  readonly name: string
  readonly summary: string
  readonly values: Readonly<Record<string, string>>
  readonly body: string | null
}

/**
 * The console's data for an operation. Pure. Put it into the page as
 * `<try-it><script type="application/json">…</script></try-it>`, with `<` written as `\u003c`.
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
  }
}

/** The key of a parameter in {@link ConsoleExample.values}. */
export function valueKey({ in: place, name }: Pick<Parameter, 'in' | 'name'>): string {
  return `${place} ${name}`
}

/** A browser sends cookies by itself, and Authorization has a field of its own. */
function isSettable(parameter: Parameter): boolean {
  return parameter.in !== 'cookie' && parameter.name.toLowerCase() !== 'authorization'
}

function sandboxFirst(servers: readonly Server[]): Server[] {
  const isSandbox = ({ environment }: Server): boolean => environment === 'sandbox'
  return [...servers.filter(isSandbox), ...servers.filter((server) => !isSandbox(server))]
}

function consoleParameter({ name, in: place, required, definition }: Parameter): ConsoleParameter {
  const choices = list(record(definition['schema'])['enum']).map(String)
  return { name, in: place, required, choices }
}

function consoleExample(document: OpenApiDocument, operation: Operation, name: string): ConsoleExample {
  const { summary, parameters, body } = requestExample(document, operation.operationId, name)
  const set = parameters.filter((parameter) => isSettable(parameter) && parameter.value !== undefined)
  return {
    name,
    summary,
    values: Object.fromEntries(set.map((parameter) => [valueKey(parameter), plain(parameter.value)])),
    body: body === undefined ? null : bodyText(body.mediaType, body.value),
  }
}

function plain(value: unknown): string {
  return text(value) ?? JSON.stringify(value) ?? ''
}
