import { isObject } from './lib/json.js'
import { follow } from './lib/resolve.js'
import { baseName } from './lib/files.js'

/**
 * The bodies of error answers share one envelope, so that callers need one way to read them. Statuses under
 * `withoutBody` may have none.
 * @type {import('@redocly/openapi-core').Oas3Rule}
 */
export const errorEnvelope = ({ envelope, withoutBody }) => ({
  Responses(responses, context) {
    for (const [status, raw] of Object.entries(responses)) {
      if (!/^([45]|default$)/.test(status)) continue
      const response = follow(context, raw, context.location.child([status]))
      if (!response) continue
      const content = response.node['content']
      if (!isObject(content)) {
        if (withoutBody.includes(status)) continue
        context.report({
          message: `The answer ${status} describes no body. Fix: Describe it with the schema ${envelope} as \`application/json\`.`,
          location: context.location.child([status]).key(),
        })
        continue
      }
      for (const [mediaType, body] of Object.entries(content)) {
        const schema = isObject(body) ? body['schema'] : undefined
        const ref = isObject(schema) ? String(schema['$ref']) : ''
        if (mediaType === 'application/json' && baseName(ref) === envelope) continue
        context.report({
          message: `The body of ${status} is not the shared envelope as JSON. Fix: Describe it as \`application/json\` with \`$ref\` to components/schemas/${envelope}.yaml as its schema.`,
          location: response.location.child(['content', mediaType]).key(),
        })
      }
    }
  },
})
