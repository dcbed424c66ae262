import { isObject } from './lib/json.js'

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/**
 * Only reads may be called safe to repeat. That the mark is there at all is checked by a rule in `redocly.yaml`.
 * @type {import('@redocly/openapi-core').Oas3Rule}
 */
export const retrySafety = () => ({
  PathItem(item, context) {
    for (const method of methods) {
      const operation = Object.entries(item).find(([key]) => key === method)?.[1]
      if (!isObject(operation) || operation['x-retry-safety'] !== 'safe') continue
      if (method === 'get' || method === 'head') continue
      context.report({
        message: `${method.toUpperCase()} is called safe to repeat, but only GET and HEAD are; a client that believes it may create things twice. Fix: Write \`x-retry-safety: unsafe\`.`,
        location: context.location.child([method, 'x-retry-safety']),
      })
    }
  },
})
