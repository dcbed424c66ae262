import { isObject, type Json, type JsonObject, objectAt, resolve } from './contract.ts'
import { header } from './header.ts'
import { type ContractOperation, jsonSchemaOf, listOperations } from './operations.ts'
import { type WalkedProperty, walkSchema } from './schema-walk.ts'

/**
 * What callers need of the contract at run time, as the text of a `.ts` file with one constant per fact, so that
 * a bundler keeps only the facts that a program uses.
 * @param document the bundled contract
 * @see ../README.md for the marks that these facts are read from
 */
export function generateFacts(document: JsonObject): string {
  const operations = listOperations(document)
  const bodies = operations.flatMap((operation) => bodyProperties(document, operation))
  return [
    header,
    constant(
      'contractVersion',
      'The version of the contract.',
      objectAt(document, 'info')['version'] ?? null,
    ),
    constant('servers', 'The servers of the contract by their environment.', servers(document)),
    constant('oauth', 'Where and for what a program gets its access token.', oauth(document)),
    constant(
      'operations',
      'Every operation: where it is, who may call it, whether it may be sent again, and what settles a lost answer.',
      Object.fromEntries(operations.map((operation) => [operation.id, operationFacts(document, operation)])),
    ),
    constant(
      'calls',
      'Whether a call may be sent again, and where its answer holds a new id (JSON pointers); by method and path.',
      Object.fromEntries(operations.map((operation) => [callOf(operation), callFacts(document, operation)])),
    ),
    constant(
      'sensitiveNames',
      'The names of all properties that hold personal data or credentials, wherever they stand.',
      unique(bodies.filter(isSensitive).map(({ path }) => nameOf(path))),
    ),
    constant(
      'sensitivePaths',
      'Where bodies hold personal data or credentials, per operation.',
      byOperation(document, operations, isSensitive),
    ),
    constant(
      'jsonStringPaths',
      'Where bodies hold JSON text inside a string, per operation.',
      byOperation(document, operations, ({ schema }) => 'contentSchema' in schema),
    ),
    constant(
      'jsonStringSchemas',
      'The schema of the JSON text inside a string, by the name of the property that holds it.',
      jsonStringSchemas(bodies),
    ),
    constant(
      'requestPaths',
      'Every property of every request body, by method and path: what an error may name.',
      requestPaths(document, operations),
    ),
    constant('knownValues', 'The documented values of enumerations, by schema.', knownValues(document)),
  ].join('\n')
}

function constant(name: string, description: string, value: Json): string {
  return `/** ${description} */\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const\n`
}

function isSensitive({ schema, site }: WalkedProperty): boolean {
  return 'x-sensitive' in schema || 'x-sensitive' in site
}

function servers(document: JsonObject): JsonObject {
  const list = Array.isArray(document['servers']) ? document['servers'].filter(isObject) : []
  return Object.fromEntries(list.map((server) => [String(server['x-environment']), server['url'] ?? null]))
}

function oauth(document: JsonObject): JsonObject {
  for (const scheme of Object.values(objectAt(objectAt(document, 'components'), 'securitySchemes'))) {
    const flow = objectAt(objectAt(scheme, 'flows'), 'clientCredentials')
    const scope = Object.keys(objectAt(flow, 'scopes'))[0]
    if (flow['tokenUrl'] !== undefined && scope !== undefined) return { tokenUrl: flow['tokenUrl'], scope }
  }
  return {}
}

function operationFacts(document: JsonObject, { method, path, operation }: ContractOperation): JsonObject {
  const optional: JsonObject = {}
  if (isObject(operation['x-reconcile'])) optional['reconcile'] = operation['x-reconcile']
  const created = createdIds(document, operation)
  if (Object.keys(created).length > 0) optional['createdId'] = created
  return {
    method,
    path,
    roles: operation['x-roles'] ?? [],
    retry: operation['x-retry-safety'] ?? 'unsafe',
    ...optional,
  }
}

function callOf({ method, path }: ContractOperation): string {
  return `${method} ${path}`
}

function callFacts(document: JsonObject, { operation }: ContractOperation): JsonObject {
  if (operation['x-retry-safety'] === 'safe') return { safe: true }
  return { ids: unique(Object.values(createdIds(document, operation)).map(String)) }
}

/**
 * The reads that settle lost creates, as the text of a `.ts` file of its own, so that a program may load it when it
 * needs it. They say what `x-reconcile` says, with no ids to follow, and with values and pointers apart.
 * @param document the bundled contract
 */
export function generateReconciliations(document: JsonObject): string {
  const operations = listOperations(document)
  const facts = operations.flatMap((create): [string, JsonObject][] => {
    const reconcile = objectAt(create.operation, 'x-reconcile')
    const read = operations.find(({ id }) => id === reconcile['operationId'])
    if (!read) return []
    const query = Object.entries(objectAt(reconcile, 'query'))
    const fact = {
      path: read.path,
      query: Object.fromEntries(query.filter(([, value]) => !isPointer(value))),
      from: pointers(query),
      match: pointers(Object.entries(objectAt(reconcile, 'match'))),
      id: reconcile['id'] ?? null,
    }
    return [[callOf(create), fact]]
  })
  const description =
    'Which read settles a lost create, by method and path. `from` and `match` hold JSON pointers into its body.'
  return [header, constant('reconciliations', description, Object.fromEntries(facts))].join('\n')
}

const bodyExpression = '$request.body#'

function isPointer(value: Json): boolean {
  return typeof value === 'string' && value.startsWith(bodyExpression)
}

function pointers(entries: [string, Json][]): JsonObject {
  const kept = entries.filter(([, value]) => isPointer(value))
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value).slice(bodyExpression.length)]))
}

/** Per success status, the JSON pointer to the new id: read off the link that leads to what was created. */
function createdIds(document: JsonObject, operation: JsonObject): JsonObject {
  const found: JsonObject = {}
  for (const [status, response] of Object.entries(objectAt(operation, 'responses'))) {
    for (const link of Object.values(objectAt(resolve(document, response).value, 'links'))) {
      const expression = Object.values(objectAt(link, 'parameters'))[0]
      if (typeof expression !== 'string' || !expression.startsWith('$response.body')) continue
      found[status] = expression.slice('$response.body'.length).replace('#', '')
    }
  }
  return found
}

function bodyProperties(document: JsonObject, { operation }: ContractOperation): WalkedProperty[] {
  const responses = Object.values(objectAt(operation, 'responses')).filter(isObject)
  const holders = [objectAt(operation, 'requestBody'), ...responses]
  return holders.flatMap((holder) => walkSchema(document, jsonSchemaOf(document, holder)))
}

function byOperation(
  document: JsonObject,
  operations: ContractOperation[],
  keep: (property: WalkedProperty) => boolean,
): JsonObject {
  const paths = (holder: JsonObject) =>
    walkSchema(document, jsonSchemaOf(document, holder))
      .filter(keep)
      .map(({ path }) => path)
  const facts = operations.map(({ id, operation }): [string, JsonObject] => {
    const responses = Object.values(objectAt(operation, 'responses')).filter(isObject)
    return [
      id,
      { request: paths(objectAt(operation, 'requestBody')), response: unique(responses.flatMap(paths)) },
    ]
  })
  return Object.fromEntries(facts)
}

function jsonStringSchemas(bodies: WalkedProperty[]): JsonObject {
  const found: JsonObject = {}
  for (const { path, schema } of bodies) {
    const reference = objectAt(schema, 'contentSchema')['$ref']
    if (typeof reference === 'string') found[nameOf(path)] = reference.split('/').at(-1) ?? reference
  }
  return found
}

function requestPaths(document: JsonObject, operations: ContractOperation[]): JsonObject {
  const found: JsonObject = {}
  for (const create of operations) {
    const paths = walkSchema(document, jsonSchemaOf(document, objectAt(create.operation, 'requestBody')))
    if (paths.length > 0) found[callOf(create)] = paths.map(({ path }) => path)
  }
  return found
}

function nameOf(path: string): string {
  return path.split(/[.→]/).at(-1) ?? path
}

function knownValues(document: JsonObject): JsonObject {
  const found: JsonObject = {}
  for (const [name, schema] of Object.entries(objectAt(objectAt(document, 'components'), 'schemas'))) {
    if (!isObject(schema)) continue
    const branches = Array.isArray(schema['anyOf']) ? schema['anyOf'].filter(isObject) : []
    const values = [schema, ...branches].find((branch) => Array.isArray(branch['enum']))?.['enum']
    if (values !== undefined) found[name] = values
  }
  return found
}

function unique(values: string[]): string[] {
  return [...new Set(values)]
}
