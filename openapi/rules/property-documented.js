import { isObject } from './lib/json.js'
import { layers } from './lib/resolve.js'

/**
 * Every property has a description and an example, its own or those of the schema that it refers to.
 * @type {import('@redocly/openapi-core').Oas3Rule}
 */
export const propertyDocumented = () => ({
  SchemaProperties(properties, context) {
    for (const [name, property] of Object.entries(properties)) {
      if (!isObject(property)) continue
      const at = context.location.child([name])
      const schemas = layers(context, property, at).map(({ node }) => node)
      if (!schemas.some(({ description }) => typeof description === 'string' && description.trim() !== '')) {
        context.report({
          message: `The property \`${name}\` has no description. Fix: Add a \`description\` that helps a caller decide what to send.`,
          location: at.key(),
        })
      }
      const exemplified = schemas.some(
        (schema) =>
          'example' in schema || (Array.isArray(schema['examples']) && schema['examples'].length > 0),
      )
      if (!exemplified) {
        context.report({
          message: `The property \`${name}\` has no example. Fix: Add \`examples\` with one realistic value.`,
          location: at.key(),
        })
      }
    }
  },
})
