import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { isObject, objectsIn } from './lib/json.js'
import { follow, layers } from './lib/resolve.js'

/** @typedef {import('./lib/resolve.js').Context} Context */
/** @typedef {import('./lib/resolve.js').Location} Location */
/** @typedef {import('./lib/json.js').JsonObject} JsonObject */
/** @typedef {{ value: unknown, location: Location }} Sample */
/** @typedef {{ text: string, location: Location, schema: unknown, schemaAt: Location }} JsonText */

/**
 * An example of a string with `contentSchema` is JSON text that fits that schema, wherever in an example it stands.
 * Redocly checks everything else of an example, but no tool looks into such strings.
 * @type {import('@redocly/openapi-core').Oas3Rule}
 */
export const jsonStringExamples = () => {
  const problemOf = checker()
  const holdsText = finder()
  /** @type {(schema: unknown, at: Location, samples: Sample[], context: Context) => void} */
  const check = (schema, at, samples, context) => {
    if (samples.length === 0 || !holdsText(context, schema, at)) return
    for (const sample of samples) {
      for (const found of jsonTexts(context, schema, at, sample)) {
        const problem = problemOf(context, found)
        if (problem === undefined) continue
        context.report({
          message: `${problem} Fix: Serialise an object that fits the \`contentSchema\` and put the text here.`,
          location: found.location,
        })
      }
    }
  }
  return {
    Schema(schema, context) {
      check(schema, context.location, samplesOf(schema, context), context)
    },
    MediaType(mediaType, context) {
      check(mediaType.schema, context.location.child('schema'), samplesOf(mediaType, context), context)
    },
  }
}

/**
 * @param {object} holder a Schema or Media Type Object
 * @param {Context} context
 * @returns {Sample[]}
 */
function samplesOf(holder, context) {
  const { location } = context
  const { example, examples } = /** @type {JsonObject} */ ({ ...holder })
  const single = example === undefined ? [] : [{ value: example, location: location.child('example') }]
  if (Array.isArray(examples)) {
    return [
      ...single,
      ...examples.map((value, index) => ({ value, location: location.child(['examples', index]) })),
    ]
  }
  const named = Object.entries(isObject(examples) ? examples : {}).flatMap(([name, raw]) => {
    const found = follow(context, raw, location.child(['examples', name]))
    return found && 'value' in found.node
      ? [{ value: found.node['value'], location: found.location.child('value') }]
      : []
  })
  return [...single, ...named]
}

/**
 * Finds every JSON text in a value, by going through value and schema together.
 * @param {Context} context
 * @param {unknown} schema
 * @param {Location} at where the schema stands
 * @param {Sample} sample
 * @returns {JsonText[]}
 */
function jsonTexts(context, schema, at, { value, location }) {
  return layers(context, schema, at).flatMap(({ node, location: schemaAt }) => {
    /** @type {(child: unknown, path: string[], part: unknown, key: string | number) => JsonText[]} */
    const enter = (child, path, part, key) =>
      jsonTexts(context, child, schemaAt.child(path), { value: part, location: location.child([key]) })
    if (typeof value === 'string' && isObject(node['contentSchema'])) {
      return [
        { text: value, location, schema: node['contentSchema'], schemaAt: schemaAt.child('contentSchema') },
      ]
    }
    if (Array.isArray(value))
      return value.flatMap((part, index) => enter(node['items'], ['items'], part, index))
    const properties = isObject(node['properties']) ? node['properties'] : {}
    return Object.entries(isObject(value) ? value : {}).flatMap(([name, part]) =>
      name in properties
        ? enter(properties[name], ['properties', name], part, name)
        : enter(node['additionalProperties'], ['additionalProperties'], part, name),
    )
  })
}

/**
 * Tells whether a schema leads to JSON text at all: most do not, and their examples need not be gone through. What
 * leads nowhere is remembered, so that a contract without such strings is looked at once.
 * @returns {(context: Context, schema: unknown, at: Location) => boolean}
 */
function finder() {
  /** @type {WeakSet<JsonObject>} */
  const barren = new WeakSet()
  return (context, schema, at) => {
    // Of a location only its file matters here. A map takes what is added while it is gone through.
    const reached = new Map(isObject(schema) && !barren.has(schema) ? [[schema, at]] : [])
    for (const [node, location] of reached) {
      if (isObject(node['contentSchema'])) return true
      const target = follow(context, node, location)
      const inner = partsOf(node).map((part) => ({ node: part, location }))
      for (const next of target ? [target, ...inner] : inner) {
        if (!barren.has(next.node)) reached.set(next.node, next.location)
      }
    }
    for (const node of reached.keys()) barren.add(node)
    return false
  }
}

/**
 * The schemas inside a schema that describe a part of its values.
 * @param {JsonObject} schema
 */
function partsOf(schema) {
  const { allOf, anyOf, oneOf, properties, additionalProperties, items } = schema
  const named = isObject(properties) ? Object.values(properties) : []
  return [allOf, anyOf, oneOf, named].flatMap(objectsIn).concat(objectsIn([additionalProperties, items]))
}

/**
 * Says what is wrong with JSON texts; compiles each schema once.
 * @returns {(context: Context, found: JsonText) => string | undefined}
 */
function checker() {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false })
  formats.default(ajv)
  /** @type {Map<string, import('ajv').ValidateFunction>} */
  const compiled = new Map()
  return (context, { text, schema, schemaAt }) => {
    /** @type {unknown} */
    let value
    try {
      value = JSON.parse(text)
    } catch (error) {
      return `The text is not JSON: ${error instanceof Error ? error.message : String(error)}.`
    }
    const key = schemaAt.absolutePointer
    const validate = compiled.get(key) ?? ajv.compile(selfContained(context, schema, schemaAt))
    compiled.set(key, validate)
    if (validate(value)) return undefined
    const reasons = (validate.errors ?? []).map(({ instancePath, message }) =>
      `${instancePath} ${message}`.trim(),
    )
    return `The JSON text does not fit its schema: ${reasons.join('; ')}.`
  }
}

/**
 * A schema with everything that it refers to, across files, under `$defs`.
 * @param {Context} context
 * @param {unknown} schema
 * @param {Location} at where it stands
 * @returns {JsonObject}
 */
function selfContained(context, schema, at) {
  /** @type {Map<string, string>} */
  const names = new Map()
  /** @type {JsonObject} */
  const definitions = {}
  /** @type {(value: unknown, location: Location) => unknown} */
  const copy = (value, location) => {
    if (Array.isArray(value)) return value.map((item) => copy(item, location))
    if (!isObject(value)) return value
    const { $ref, ...rest } = value
    const own = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, copy(item, location)]))
    return typeof $ref === 'string' ? { ...own, $ref: define({ $ref }, location) } : own
  }
  /** @type {(reference: JsonObject, location: Location) => string} */
  const define = (reference, location) => {
    const target = follow(context, reference, location)
    if (!target) return '#/$defs/anything'
    const key = target.location.absolutePointer
    const known = names.get(key)
    if (known !== undefined) return `#/$defs/${known}`
    const name = `s${names.size}`
    names.set(key, name)
    definitions[name] = copy(target.node, target.location)
    return `#/$defs/${name}`
  }
  const root = copy(schema, at)
  return { $ref: '#/$defs/root', $defs: { ...definitions, root, anything: {} } }
}
