import { isObject, type Json, type JsonObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import { httpMethods } from '@cloudcockpit/openapi/scripts/operations.ts'
import { compareRequestBodies } from './bodies.ts'
import { type Comparison, type Place, same } from './comparison.ts'
import { compareMarks, compareWords } from './marks.ts'
import { compareParameters } from './parameters.ts'
import { compareResponses } from './responses.ts'
import { compareSecurity } from './security.ts'
import { compareServers } from './servers.ts'
import { list } from './words.ts'

/** One operation where it stands: the Operation Object, its path's parameters, and the document around it. */
interface Located {
  method: string
  path: string
  /** The operationId, or method and path where there is none. */
  name: string
  item: JsonObject
  operation: JsonObject
}

/** Compares all operations: which came, went or moved, and everything inside those that stayed. */
export function compareOperations(comparison: Comparison, older: JsonObject, newer: JsonObject): void {
  const [before, after] = [
    locate(older, comparison, 'resolveOlder'),
    locate(newer, comparison, 'resolveNewer'),
  ]
  const pairs = pairOperations(before, after)
  for (const [was, is] of pairs) compareOperation(comparison, was, is, older, newer)
  const kept = new Set(pairs.values())
  for (const operation of before) {
    if (pairs.has(operation)) continue
    comparison.breaking(placeOf(operation), {
      rule: 'operation-removed',
      statement: `${titleOf(operation)} was removed.`,
      consequence: 'Calls of it fail.',
    })
  }
  for (const operation of after) {
    if (kept.has(operation)) continue
    comparison.additive(placeOf(operation), {
      rule: 'operation-added',
      statement: `${titleOf(operation)} is new.`,
      consequence: 'Nobody has to call it.',
    })
  }
}

function locate(
  document: JsonObject,
  comparison: Comparison,
  resolve: 'resolveOlder' | 'resolveNewer',
): Located[] {
  return Object.entries(objectAt(document, 'paths')).flatMap(([path, value]) => {
    const item = comparison[resolve](value).value
    return httpMethods.flatMap((key): Located[] => {
      const operation = item[key]
      if (!isObject(operation)) return []
      const method = key.toUpperCase()
      const id = operation['operationId']
      return [{ method, path, name: typeof id === 'string' ? id : `${method} ${path}`, item, operation }]
    })
  })
}

/** Pairs by method and URL, then by operationId: what moved is the same operation elsewhere. */
function pairOperations(before: Located[], after: Located[]): Map<Located, Located> {
  const pairs = new Map<Located, Located>()
  const left = new Set(after)
  for (const keyOf of [urlOf, ({ operation }: Located) => operation['operationId']]) {
    const byKey = new Map([...left].map((operation) => [keyOf(operation), operation]))
    for (const operation of before) {
      const key = keyOf(operation)
      const match = pairs.has(operation) || key === undefined ? undefined : byKey.get(key)
      if (match === undefined || !left.delete(match)) continue
      pairs.set(operation, match)
    }
  }
  return pairs
}

/** Method and path with its parameters' names left out: `GET /v1/Customers/{}`. */
function urlOf({ method, path }: Located): string {
  return `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`
}

function titleOf({ method, path, name }: Located): string {
  return name === `${method} ${path}` ? `\`${name}\`` : `\`${method} ${path}\` (${name})`
}

function placeOf({ method, path, name }: Located): Place {
  const pointer = `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}`
  return { side: 'call', subject: name, pointer, node: `operation ${name}` }
}

function compareOperation(
  comparison: Comparison,
  was: Located,
  is: Located,
  older: JsonObject,
  newer: JsonObject,
): void {
  const at = placeOf(is)
  compareAddress(comparison, at, was, is)
  compareWords(comparison, at, was.operation, is.operation)
  compareMarks(comparison, at, was.operation, is.operation)
  compareRoles(comparison, at, was.operation['x-roles'], is.operation['x-roles'])
  compareRetrySafety(comparison, at, was.operation['x-retry-safety'], is.operation['x-retry-safety'])
  compareSecurity(
    comparison,
    at,
    was.operation['security'] ?? older['security'],
    is.operation['security'] ?? newer['security'],
  )
  const serversOf = ({ operation, item }: Located) => operation['servers'] ?? item['servers']
  if (serversOf(was) !== undefined || serversOf(is) !== undefined)
    compareServers(
      comparison,
      at,
      serversOf(was) ?? older['servers'] ?? [],
      serversOf(is) ?? newer['servers'] ?? [],
    )
  compareParameters(comparison, at, was, is)
  compareRequestBodies(comparison, at, was.operation['requestBody'], is.operation['requestBody'])
  compareResponses(comparison, at, objectAt(was.operation, 'responses'), objectAt(is.operation, 'responses'))
  compareCallbacks(comparison, at, was.operation['callbacks'], is.operation['callbacks'])
}

function compareAddress(comparison: Comparison, at: Place, was: Located, is: Located): void {
  if (urlOf(was) !== urlOf(is))
    comparison.breaking(at, {
      rule: 'operation-moved',
      statement: `\`${was.method} ${was.path}\` is now \`${is.method} ${is.path}\`.`,
      consequence: 'Calls of the old URL fail.',
    })
  else if (was.path !== is.path)
    comparison.breaking(at, {
      rule: 'path-parameter-renamed',
      statement: `A path parameter got another name: \`${was.path}\` is now \`${is.path}\`.`,
      consequence:
        'The URL stays the same, but typed callers name the path and its parameters and no longer compile.',
    })
  if (was.operation['operationId'] !== is.operation['operationId'])
    comparison.breaking(at, {
      rule: 'operation-id',
      statement: `The operation \`${was.name}\` is now called \`${is.name}\`.`,
      consequence: 'The URL stays the same, but generated names and the addresses of its pages change.',
    })
}

function compareRoles(
  comparison: Comparison,
  at: Place,
  before: Json | undefined,
  after: Json | undefined,
): void {
  const [older, newer] = [before, after].map((roles) => (Array.isArray(roles) ? roles : undefined))
  const lost = older === undefined ? [] : older.filter((role) => newer !== undefined && !newer.includes(role))
  const gained =
    newer === undefined ? [] : newer.filter((role) => older !== undefined && !older.includes(role))
  if (lost.length > 0)
    comparison.values(at, 'narrower', {
      rule: 'role-removed',
      statement: `Callers with the role ${list(lost)} may no longer call \`${at.subject}\`.`,
    })
  if (gained.length > 0)
    comparison.values(at, 'wider', {
      rule: 'role-added',
      statement: `Callers with the role ${list(gained)} may now call \`${at.subject}\`.`,
    })
  if (older === undefined && newer !== undefined)
    comparison.values(at, 'narrower', {
      rule: 'roles-stated',
      statement: `\`${at.subject}\` is now only for callers with the role ${list(newer)}; no role was asked for.`,
    })
  if (older !== undefined && newer === undefined)
    comparison.values(at, 'wider', {
      rule: 'roles-dropped',
      statement: `\`${at.subject}\` no longer asks for a role.`,
    })
}

function compareRetrySafety(
  comparison: Comparison,
  at: Place,
  before: Json | undefined,
  after: Json | undefined,
): void {
  if (same(before, after)) return
  const safer = after === 'safe'
  comparison.values(at, safer ? 'wider' : 'narrower', {
    rule: 'retry-safety',
    statement: safer
      ? `\`${at.subject}\` may now be sent again when its answer was lost.`
      : `\`${at.subject}\` must no longer be sent again without a look at what the first try did.`,
    consequence: safer ? 'Callers may retry.' : 'Callers that retry may do the same thing twice.',
  })
}

/** Callbacks turn the roles round; what changed in them is said as a whole and left to a person. */
function compareCallbacks(
  comparison: Comparison,
  at: Place,
  before: Json | undefined,
  after: Json | undefined,
): void {
  if (same(before, after)) return
  comparison.breaking(at, {
    rule: 'callbacks',
    statement: `The callbacks of \`${at.subject}\` changed.`,
    consequence: 'This comparison does not look inside callbacks: judge it yourself.',
  })
}
