import { type Json, type JsonObject, objectAt } from './contract.ts'
import { constant, header } from './header.ts'
import { callOf } from './operation-facts.ts'
import { listOperations } from './operations.ts'

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

function isPointer(value: Json): value is string {
  return typeof value === 'string' && value.startsWith(bodyExpression)
}

function pointers(entries: [string, Json][]): JsonObject {
  const found = entries.map(([name, value]) =>
    isPointer(value) ? [[name, value.slice(bodyExpression.length)]] : [],
  )
  return Object.fromEntries(found.flat())
}
