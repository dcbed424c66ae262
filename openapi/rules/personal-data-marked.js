import { layers } from './lib/resolve.js'

/**
 * What names tell: the kind of data that a property or parameter holds whose name, in lower case and without
 * separators, matches. The list in `README.md` is this one in words.
 * @type {[pattern: RegExp, kind: 'personal' | 'credential'][]}
 */
const tellingNames = [
  [/e?mail(address)?$/, 'personal'],
  [/(phone|mobile|fax)(number)?$/, 'personal'],
  [/(first|middle|last|full|given|family|sur)name$/, 'personal'],
  [/(tax|vat|passport|nationalid)(id|number)?$/, 'personal'],
  [/^(zip|postal)(code)?$/, 'personal'],
  [/(address|street)(line)?\d*$/, 'personal'],
  [/(birthday|birthdate|dateofbirth)$/, 'personal'],
  [/(password|secret|apikey|accesstoken|refreshtoken|privatekey)$/, 'credential'],
]

/**
 * Personal data and credentials carry `x-sensitive`, so that logs and recordings leave them out.
 * @type {import('@redocly/openapi-core').Oas3Rule}
 */
export const personalDataMarked = () => ({
  SchemaProperties(properties, context) {
    for (const [name, property] of Object.entries(properties)) {
      const at = context.location.child([name])
      check(
        name,
        layers(context, property, at).map(({ node }) => node),
        at,
        context,
      )
    }
  },
  Parameter(parameter, context) {
    const schema = layers(context, parameter.schema, context.location.child('schema'))
    const nodes = [{ ...parameter }, ...schema.map(({ node }) => node)]
    check(parameter.name, nodes, context.location.child('name'), context)
  },
})

/**
 * @param {string} name
 * @param {import('./lib/json.js').JsonObject[]} schemas
 * @param {import('@redocly/openapi-core').Location} at
 * @param {import('@redocly/openapi-core').UserContext} context
 */
function check(name, schemas, at, context) {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const kind = tellingNames.find(([pattern]) => pattern.test(plain))?.[1]
  const mark = schemas.find((schema) => 'x-sensitive' in schema)?.['x-sensitive']
  if (kind === undefined || mark === kind || mark === 'credential') return
  context.report({
    message: `\`${name}\` holds ${kind === 'personal' ? 'personal data' : 'a credential'} by its name, but is not marked so. Fix: Add \`x-sensitive: ${kind}\`.`,
    location: at.key(),
  })
}
