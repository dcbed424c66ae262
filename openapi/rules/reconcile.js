import { isObject, objectsIn } from './lib/json.js'
import { follow, layers, propertyOf } from './lib/resolve.js'

/** @typedef {import('./lib/resolve.js').Context} Context */
/** @typedef {import('./lib/resolve.js').Resolved} Resolved */
/** @typedef {{ operation: Resolved, shared: Resolved[], method: string }} Found */

/**
 * Every POST says which read settles it when its answer is lost, and what it says is true: the operation is a GET
 * that exists, the query parameters are its own, and the properties stand in the body sent and in the items found.
 * @type {import('@redocly/openapi-core').Oas3Rule}
 */
export const reconcile = () => {
  /** @type {Map<string, Found>} */
  const operations = new Map()
  return {
    PathItem(item, context) {
      const node = /** @type {import('./lib/json.js').JsonObject} */ ({ ...item })
      const shared = parametersOf(context, node, context.location)
      for (const [method, operation] of Object.entries(node)) {
        if (!isObject(operation) || typeof operation['operationId'] !== 'string') continue
        const found = { node: operation, location: context.location.child([method]) }
        operations.set(operation['operationId'], { operation: found, shared, method })
      }
    },
    Root: {
      leave(_root, context) {
        for (const found of operations.values()) {
          for (const { message, at } of problemsOf(context, found, operations)) {
            context.report({ message, location: found.operation.location.child(at).key() })
          }
        }
      },
    },
  }
}

/**
 * @param {Context} context
 * @param {Found} found
 * @param {Map<string, Found>} operations
 * @returns {{ message: string, at: string[] }[]}
 */
function problemsOf(context, { operation, method }, operations) {
  const mark = operation.node['x-reconcile']
  if (mark === undefined) {
    if (method !== 'post') return []
    return [
      {
        message:
          'Nothing says what a caller does when the answer to this POST is lost. Fix: Name the read that settles it in `x-reconcile`, or the reason why there is none.',
        at: ['operationId'],
      },
    ]
  }
  if (!isObject(mark)) return []
  const read = operations.get(String(mark['operationId']))
  if (!read || read.method !== 'get') {
    return [
      {
        message: `\`x-reconcile\` names ${String(mark['operationId'])}, which is no GET of this contract. Fix: Name the operationId of the list that finds what was created.`,
        at: ['x-reconcile', 'operationId'],
      },
    ]
  }
  const body = bodySchema(context, operation)
  const item = itemSchema(context, read.operation)
  return [
    ...queryProblems(context, mark['query'], body, [
      ...read.shared,
      ...parametersOf(context, read.operation.node, read.operation.location),
    ]),
    ...matchProblems(context, mark['match'], body, item),
    ...missing(context, item, mark['id'], ['x-reconcile', 'id']),
  ]
}

/**
 * @param {Context} context
 * @param {unknown} query
 * @param {Resolved | undefined} body
 * @param {Resolved[]} parameters
 */
function queryProblems(context, query, body, parameters) {
  return Object.entries(isObject(query) ? query : {}).flatMap(([name, value]) => {
    const at = ['x-reconcile', 'query', name]
    const parameter = parameters.find(({ node }) => node['in'] === 'query' && node['name'] === name)
    if (!parameter) {
      return [
        {
          message: `The read has no query parameter \`${name}\`. Fix: Use one that its operation lists.`,
          at,
        },
      ]
    }
    const pointer = bodyPointer(value)
    if (pointer !== undefined) return missing(context, body, pointer, at)
    const schema = follow(context, parameter.node['schema'], parameter.location.child('schema'))
    const values = schema?.node['enum']
    if (!Array.isArray(values) || values.includes(value)) return []
    return [
      {
        message: `The parameter \`${name}\` does not take ${JSON.stringify(value)}. Fix: Use one of ${values.join(', ')}.`,
        at,
      },
    ]
  })
}

/**
 * @param {Context} context
 * @param {unknown} match
 * @param {Resolved | undefined} body
 * @param {Resolved | undefined} item
 */
function matchProblems(context, match, body, item) {
  return Object.entries(isObject(match) ? match : {}).flatMap(([name, value]) => {
    const at = ['x-reconcile', 'match', name]
    return missing(context, item, name, at).concat(missing(context, body, bodyPointer(value) ?? value, at))
  })
}

/**
 * @param {Context} context
 * @param {Resolved | undefined} schema
 * @param {unknown} name
 * @param {string[]} at
 */
function missing(context, schema, name, at) {
  if (schema && propertyOf(context, schema, String(name))) return []
  return [
    {
      message: `There is no property \`${String(name)}\` where \`x-reconcile\` looks for it. Fix: Name a property of the body sent (\`$request.body#/name\`) and of the items that the read returns.`,
      at,
    },
  ]
}

/**
 * The name in `$request.body#/name`.
 * @param {unknown} expression
 */
function bodyPointer(expression) {
  return /^\$request\.body#\/([^/]+)$/.exec(String(expression))?.[1]
}

/**
 * @param {Context} context
 * @param {import('./lib/json.js').JsonObject} node
 * @param {Resolved['location']} location
 */
function parametersOf(context, node, location) {
  return objectsIn(node['parameters'])
    .map((parameter) => follow(context, parameter, location))
    .filter((parameter) => parameter !== undefined)
}

/**
 * @param {Context} context
 * @param {Resolved} operation
 */
function bodySchema(context, { node, location }) {
  const body = follow(context, node['requestBody'], location.child('requestBody'))
  return body && jsonSchema(context, body)
}

/**
 * The schema of one item that a list returns.
 * @param {Context} context
 * @param {Resolved} operation
 */
function itemSchema(context, { node, location }) {
  const responses = node['responses']
  const response = follow(
    context,
    isObject(responses) ? responses['200'] : undefined,
    location.child(['responses', '200']),
  )
  const page = response && jsonSchema(context, response)
  const items = page && propertyOf(context, page, 'items')
  if (!items) return undefined
  const list = layers(context, items.node, items.location).find((layer) => 'items' in layer.node)
  return list && follow(context, list.node['items'], list.location.child('items'))
}

/**
 * @param {Context} context
 * @param {Resolved} holder a Request Body or Response Object
 */
function jsonSchema(context, { node, location }) {
  const content = node['content']
  const body = isObject(content) ? content['application/json'] : undefined
  return follow(
    context,
    isObject(body) ? body['schema'] : undefined,
    location.child(['content', 'application/json', 'schema']),
  )
}
