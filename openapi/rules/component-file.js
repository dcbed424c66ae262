import { dirname, relative, sep } from 'node:path'
import { isObject } from './lib/json.js'
import { baseName } from './lib/files.js'

/** @type {Record<string, string>} the folder of each kind of component */
const folders = {
  Example: 'examples',
  Header: 'headers',
  Link: 'links',
  Parameter: 'parameters',
  RequestBody: 'requestBodies',
  Response: 'responses',
  Schema: 'schemas',
  SecurityScheme: 'securitySchemes',
}

/**
 * Each component stands in a file of its own, in the folder of its kind, and is called as the file is: the name in
 * the bundle, in the types and in the docs is the name of the file.
 * @type {import('@redocly/openapi-core').Oas3Rule}
 */
export const componentFile = () => {
  let root = ''
  return {
    Root(_root, context) {
      root = context.location.source.absoluteRef
    },
    ref: {
      enter(node, context, target) {
        const folder = folders[context.type.name]
        if (folder === undefined || !target.location) return
        const file = relative(dirname(root), target.location.source.absoluteRef).split(sep).join('/')
        if (!node.$ref.includes('#') && isComponentFile(file, folder)) return
        context.report({
          message: `The reference leads to ${node.$ref}, which is no file for a ${context.type.name}. Fix: Put the ${context.type.name} into a file of its own, components/${folder}/${casing(folder)}.yaml, and refer to that.`,
          location: context.location.child('$ref'),
        })
      },
    },
    Components(components, context) {
      for (const [folder, named] of Object.entries(components)) {
        if (!isObject(named)) continue
        for (const [name, item] of Object.entries(named)) {
          const ref = isObject(item) ? item['$ref'] : undefined
          if (typeof ref === 'string' && baseName(ref) === name) continue
          context.report({
            message: `The component ${name} is not called as its file is. Fix: Write \`$ref: components/${folder}/${name}.yaml\` and call that file so.`,
            location: context.location.child([folder, name]).key(),
          })
        }
      }
    },
  }
}

/**
 * @param {string} file relative to the root document
 * @param {string} folder
 */
function isComponentFile(file, folder) {
  const name = folder === 'securitySchemes' ? '[a-z][A-Za-z0-9]*' : '[A-Z][A-Za-z0-9]*'
  return new RegExp(`^components/${folder}/${name}\\.yaml$`).test(file)
}

/** @param {string} folder */
function casing(folder) {
  return folder === 'securitySchemes' ? '<camelCase>' : '<PascalCase>'
}
