import { isObject, typesOf } from './lib/json.js'

const bounds = ['maxLength', 'format', 'enum', 'const', 'pattern']

/**
 * Every string has a bound, or says why not: storage, forms and validators need one, and a missing bound is more
 * often forgotten than meant.
 * @type {import('@redocly/openapi-core').Oas3Rule}
 */
export const stringBounded = () => ({
  Schema(schema, context) {
    if (!isObject(schema) || !typesOf(schema).includes('string')) return
    const bound = bounds.find((keyword) => keyword in schema)
    if (bound === undefined && !('x-unbounded' in schema)) {
      context.report({
        message:
          'The string has no bound. Fix: Add `maxLength`, `format`, `enum` or `pattern`; if the documentation gives none, say so in `x-unbounded`.',
        location: context.location.child('type'),
      })
    }
    if (bound !== undefined && 'x-unbounded' in schema) {
      context.report({
        message: `The string says that it has no bound, but has \`${bound}\`. Fix: Remove one of the two.`,
        location: context.location.child('x-unbounded').key(),
      })
    }
  },
})
