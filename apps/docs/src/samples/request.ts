import { deref, record, text, type OpenApiDocument } from './document.ts'
import { exampleValue } from './example-value.ts'
import { findOperation, type Operation, type Parameter, type Server } from './operation.ts'

/** One request that shows an operation, made from the contract's examples. */
export interface RequestExample {
  readonly operationId: string
  /** The example's name in the contract; `default` when the operation names none. */
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly method: string
  /** True when the operation makes something whose id it answers: one that the contract marks with `x-reconcile`. */
  readonly creates: boolean
  /** The path's template. */
  readonly path: string
  readonly parameters: readonly ParameterValue[]
  readonly body: BodyValue | undefined
  readonly servers: readonly Server[]
}

/** A parameter with the value it has in the example; undefined when the example leaves it out. */
export interface ParameterValue extends Parameter {
  readonly value: unknown
}

/** The body that the example sends. */
interface BodyValue {
  readonly mediaType: string
  readonly value: unknown
  readonly schema: unknown
}

/**
 * The names of an operation's request examples: those of its body, else those that its parameters share, else
 * `default`.
 * @throws Error when the document has no such operation.
 */
export function exampleNames(document: OpenApiDocument, operationId: string): string[] {
  const operation = findOperation(document, operationId)
  const ofBody = Object.keys(record(operation.body?.content['examples']))
  if (ofBody.length > 0) return ofBody
  const ofParameters = operation.parameters.flatMap(({ definition }) =>
    Object.keys(record(definition['examples'])),
  )
  return ofParameters.length > 0 ? [...new Set(ofParameters)] : ['default']
}

/**
 * One request example of an operation. Parameters take the value that the contract gives under the same name; a
 * required one without it takes its first example; an optional one is left out.
 * @throws Error when the document has no such operation or example.
 */
export function requestExample(document: OpenApiDocument, operationId: string, name: string): RequestExample {
  const operation = findOperation(document, operationId)
  const names = exampleNames(document, operationId)
  if (!names.includes(name)) {
    throw new Error(`${operationId} has no request example "${name}". It has: ${names.join(', ')}.`)
  }
  const { method, path, parameters, servers } = operation
  const example = describedBy(document, operation, name)
  return {
    operationId,
    name,
    summary: text(example['summary']) ?? '',
    description: text(example['description']) ?? '',
    method,
    creates: operation.definition['x-reconcile'] !== undefined,
    path,
    servers,
    parameters: parameters.map((parameter) => withValue(document, parameter, name)),
    body: bodyValue(document, operation, name),
  }
}

/** The Example Object that names the request: the body's, or that of the first parameter which has one. */
function describedBy(
  document: OpenApiDocument,
  { body, parameters }: Operation,
  name: string,
): Record<string, unknown> {
  const owners = [body?.content, ...parameters.map(({ definition }) => definition)]
  const found = owners
    .map((owner) => record(record(owner)['examples'])[name])
    .find((example) => example !== undefined)
  return deref(document, found)
}

function withValue(document: OpenApiDocument, parameter: Parameter, name: string): ParameterValue {
  return { ...parameter, value: parameterValue(document, parameter, name) }
}

function parameterValue(
  document: OpenApiDocument,
  { definition, required }: Parameter,
  name: string,
): unknown {
  const examples = record(definition['examples'])
  const named = examples[name]
  if (named !== undefined) return deref(document, named)['value']
  if (!required) return undefined
  if (definition['example'] !== undefined) return definition['example']
  const first = Object.values(examples)[0]
  return first === undefined ? exampleValue(document, schemaOf(definition)) : deref(document, first)['value']
}

function schemaOf(definition: Readonly<Record<string, unknown>>): unknown {
  const content = Object.values(record(definition['content']))[0]
  return definition['schema'] ?? record(content)['schema']
}

function bodyValue(document: OpenApiDocument, { body }: Operation, name: string): BodyValue | undefined {
  if (body === undefined) return undefined
  const { schema, example, examples } = body.content
  const named = record(examples)[name]
  const fallback = example ?? exampleValue(document, schema)
  return {
    mediaType: body.mediaType,
    value: named === undefined ? fallback : deref(document, named)['value'],
    schema,
  }
}

/** The server that samples talk to unless told otherwise: the sandbox, so that a pasted sample harms nobody. */
export function sampleServer(servers: readonly Server[]): string {
  return (servers.find(({ environment }) => environment === 'sandbox') ?? servers[0])?.url ?? ''
}
