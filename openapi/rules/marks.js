import { Ajv2020 } from 'ajv/dist/2020.js'
import { isObject } from './lib/json.js'

const reason = { type: 'string', minLength: 10 }
const reconcile = {
  type: 'object',
  required: ['operationId', 'query', 'match', 'id'],
  additionalProperties: false,
  properties: {
    operationId: { type: 'string' },
    query: { type: 'object', minProperties: 1, additionalProperties: { type: 'string' } },
    match: { type: 'object', minProperties: 1, additionalProperties: { type: 'string' } },
    id: { type: 'string' },
  },
}
const unknown = { type: 'array', minItems: 1, items: reason }
const documentation = {
  type: 'object',
  additionalProperties: false,
  properties: { coverage: {}, unknown },
  oneOf: [
    { required: ['coverage'], properties: { coverage: { const: 'full' } } },
    // Whoever says "partial" also says what is missing.
    { required: ['coverage', 'unknown'], properties: { coverage: { const: 'partial' } } },
  ],
}

/**
 * Every mark of the contract: the kinds of objects it may stand on (all kinds where none are named), the schema of
 * its value, and how a value looks.
 * @type {Record<string, { on?: string[], schema: object, form: string }>}
 * @see README.md for what each one means
 */
export const knownMarks = {
  'x-roles': {
    on: ['Operation'],
    schema: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { enum: ['csp', 'reseller', 'customer'] },
    },
    form: 'a list of `csp`, `reseller`, `customer`',
  },
  'x-retry-safety': {
    on: ['Operation'],
    schema: { enum: ['safe', 'unsafe'] },
    form: '`safe` or `unsafe`',
  },
  'x-reconcile': {
    on: ['Operation'],
    schema: { anyOf: [reconcile, reason] },
    form: 'an object with `operationId`, `query`, `match` and `id`, or a sentence that says why no read can settle it',
  },
  'x-documentation': {
    on: ['Operation'],
    schema: documentation,
    form: '`coverage: full` or `coverage: partial`, and under `unknown` a list of sentences (needed for `partial`)',
  },
  'x-inferred': { schema: reason, form: 'a sentence that says from what it was deduced' },
  'x-sensitive': {
    on: ['Schema', 'Parameter', 'Header'],
    schema: { enum: ['personal', 'credential'] },
    form: '`personal` or `credential`',
  },
  'x-unbounded': { on: ['Schema'], schema: reason, form: 'a sentence that says why the string has no bound' },
  'x-environment': {
    on: ['Server'],
    schema: { enum: ['production', 'sandbox'] },
    form: '`production` or `sandbox`',
  },
  'x-sandbox': { schema: { type: 'object' }, form: 'an object' },
}

const ajv = new Ajv2020({ strict: false })
const validators = new Map(
  Object.entries(knownMarks).map(([name, { schema }]) => [name, ajv.compile(schema)]),
)

/**
 * Every `x-` member is a known mark, stands where it may, and has a value of its form: a misspelt mark would be
 * read by nobody, in silence.
 * @type {import('@redocly/openapi-core').Oas3Rule}
 */
export const marks = () => ({
  any: { enter: check },
  // A reference may carry marks beside it; the visit above only sees what it leads to.
  ref: { enter: check },
})

/**
 * @param {unknown} node
 * @param {import('@redocly/openapi-core').UserContext} context
 */
function check(node, context) {
  if (!isObject(node) || context.type.extensionsPrefix !== 'x-') return
  const location = '$ref' in node ? context.rawLocation : context.location
  for (const [name, value] of Object.entries(node)) {
    if (!name.startsWith('x-')) continue
    const problem = problemOf(name, value, context.type.name)
    if (problem) context.report({ message: problem, location: location.child([name]).key() })
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {string} kind the kind of object that the mark stands on
 */
function problemOf(name, value, kind) {
  const mark = knownMarks[name]
  if (!mark) {
    return `No mark is called \`${name}\`. Fix: Use one of ${Object.keys(knownMarks).join(', ')}; a new mark is added in rules/marks.js and README.md.`
  }
  if (mark.on && !mark.on.includes(kind)) {
    return `\`${name}\` means nothing on this object (${kind}). Fix: Move it to one of these objects: ${mark.on.join(', ')}.`
  }
  if (!validators.get(name)?.(value)) {
    return `\`${name}\` has a value that nobody understands: ${JSON.stringify(value)}. Fix: Write ${mark.form}.`
  }
  return undefined
}
