/** @typedef {{ [key: string]: unknown }} JsonObject */

/**
 * True for an object that is no array.
 * @param {unknown} value
 * @returns {value is JsonObject}
 */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The members of a list that are objects; an empty list for anything that is no list.
 * @param {unknown} value
 * @returns {JsonObject[]}
 */
export function objectsIn(value) {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/**
 * The names that a `type` keyword allows, whether it is one name or a list of them.
 * @param {JsonObject} schema
 * @returns {unknown[]}
 */
export function typesOf(schema) {
  return Array.isArray(schema['type']) ? schema['type'] : [schema['type']]
}
