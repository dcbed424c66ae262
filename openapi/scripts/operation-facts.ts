import { isObject, type JsonObject, objectAt, resolve } from './contract.ts'
import type { ContractOperation } from './operations.ts'

/** The URLs of the contract's servers by their environment. */
export function servers(document: JsonObject): JsonObject {
  const list = Array.isArray(document['servers']) ? document['servers'].filter(isObject) : []
  return Object.fromEntries(list.map((server) => [textOf(server['x-environment']), server['url'] ?? null]))
}

/** The token URL and the scope of the first scheme with client credentials. */
export function oauth(document: JsonObject): JsonObject {
  for (const scheme of Object.values(objectAt(objectAt(document, 'components'), 'securitySchemes'))) {
    const flow = objectAt(objectAt(scheme, 'flows'), 'clientCredentials')
    const scope = Object.keys(objectAt(flow, 'scopes'))[0]
    if (flow['tokenUrl'] !== undefined && scope !== undefined) return { tokenUrl: flow['tokenUrl'], scope }
  }
  return {}
}

/** What callers need to know of an operation. */
export function operationFacts(
  document: JsonObject,
  { method, path, operation }: ContractOperation,
): JsonObject {
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

/** How a call names its operation: by method and path. */
export function callOf({ method, path }: ContractOperation): string {
  return `${method} ${path}`
}

/**
 * What decides about a call that failed: that it may be sent again, or where its answers hold a new id and which read
 * settles it.
 * @param operations all of the contract, among which the read is
 */
export function callFacts(
  document: JsonObject,
  { operation }: ContractOperation,
  operations: ContractOperation[],
): JsonObject {
  if (operation['x-retry-safety'] === 'safe') return { safe: true }
  const readId = objectAt(operation, 'x-reconcile')['operationId']
  const read = operations.find(({ id }) => id === readId)
  return {
    ids: [...new Set(Object.values(createdIds(document, operation)))],
    ...(read && { read: callOf(read) }),
  }
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

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
