import { isObject } from './json.js'

/** @typedef {import('@redocly/openapi-core').UserContext} Context */
/** @typedef {import('@redocly/openapi-core').Location} Location */
/** @typedef {import('./json.js').JsonObject} JsonObject */
/** @typedef {{ node: JsonObject, location: Location }} Resolved */

/**
 * Follows one reference, across files. Anything else is returned as it is.
 * @param {Context} context
 * @param {unknown} node an object that may be a reference
 * @param {Location} location where it stands
 * @returns {Resolved | undefined} nothing when it leads nowhere (`no-unresolved-refs` reports that) or is no object
 */
export function follow(context, node, location) {
  if (!isObject(node)) return undefined
  if (typeof node['$ref'] !== 'string') return { node, location }
  const target = context.resolve({ $ref: node['$ref'] }, location.source.absoluteRef)
  return isObject(target.node) && target.location
    ? { node: target.node, location: target.location }
    : undefined
}

/**
 * A schema as it stands, what its reference leads to, and the branches it is composed of, at any depth.
 * @param {Context} context
 * @param {unknown} schema
 * @param {Location} location where it stands
 * @param {Set<string>} [seen] guards against schemas that contain themselves
 * @returns {Resolved[]}
 */
export function layers(context, schema, location, seen = new Set()) {
  if (!isObject(schema) || seen.has(location.absolutePointer)) return []
  seen.add(location.absolutePointer)
  const found = [{ node: schema, location }]
  const target = follow(context, schema, location)
  if (target && target.node !== schema) found.push(...layers(context, target.node, target.location, seen))
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const branches = schema[keyword]
    if (!Array.isArray(branches)) continue
    branches.forEach((branch, index) => {
      found.push(...layers(context, branch, location.child([keyword, index]), seen))
    })
  }
  return found
}

/**
 * The property of an object schema, through references and compositions.
 * @param {Context} context
 * @param {Resolved} schema
 * @param {string} name
 * @returns {Resolved | undefined}
 */
export function propertyOf(context, schema, name) {
  for (const { node, location } of layers(context, schema.node, schema.location)) {
    const properties = node['properties']
    const property = isObject(properties) ? properties[name] : undefined
    if (isObject(property)) return { node: property, location: location.child(['properties', name]) }
  }
  return undefined
}
