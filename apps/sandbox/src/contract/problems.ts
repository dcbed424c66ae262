import type { Problem } from '../errors.ts'
import type { ErrorObject, SchemaCompiler, ValidateFunction } from './ajv.ts'
import { isObject, objectAt, textAt } from './json.ts'
import { childPath, pathOfPointer } from './property-path.ts'

/** What stands in messages: a body has properties, a request has headers and parameters. */
export type Noun = 'property' | 'header' | 'parameter'

/**
 * Validates a value and says everything that is wrong with it.
 * @param compiler the contract's schemas
 * @param validate a validator that tells everything that is wrong
 * @param value what to validate
 * @param noun what the messages call a member
 */
export function problemsOf(
  compiler: SchemaCompiler,
  validate: ValidateFunction,
  value: unknown,
  noun: Noun = 'property',
): Problem[] {
  return validate(value) ? [] : explained(compiler, validate, value, noun)
}

/**
 * Prepares the check of one schema: quick on a good value, thorough on a bad one.
 * @param compiler the contract's schemas
 * @param pointer where the schema stands
 */
export function prepareCheck(compiler: SchemaCompiler, pointer: string): (value: unknown) => Problem[] {
  const accepts = compiler.accepts(pointer)
  return (value) => (accepts(value) ? [] : problemsOf(compiler, compiler.explaining(pointer), value))
}

function explained(
  compiler: SchemaCompiler,
  validate: ValidateFunction,
  value: unknown,
  noun: Noun,
): Problem[] {
  return explain(compiler, validate.errors ?? []).map((error) => problem(error, value, noun))
}

/**
 * Ajv reports every branch of an alternative. Of those only the branch that the caller evidently meant is kept:
 * the one whose failures lie deepest, then the one with the fewest.
 */
function explain(compiler: SchemaCompiler, errors: readonly ErrorObject[]): ErrorObject[] {
  const alternatives = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  const outermost = alternatives.filter(
    (a) => !alternatives.some((b) => b !== a && isAbove(b, a, alternatives)),
  )
  const kept = errors.filter(
    (error) =>
      !outermost.includes(error) &&
      !outermost.some(
        (alternative) =>
          isWithin(error.instancePath, alternative.instancePath) &&
          error.parentSchema !== alternative.parentSchema,
      ),
  )
  // What is wrong with a key is said by the rule that it breaks, not once more by `propertyNames`.
  const told = kept.filter(({ keyword }) => keyword !== 'propertyNames')
  return [...told, ...outermost.flatMap((alternative) => bestBranch(compiler, alternative))]
}

/** Of two alternatives at one place the later one holds the earlier: Ajv reports from the inside out. */
function isAbove(b: ErrorObject, a: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (!isWithin(a.instancePath, b.instancePath)) return false
  return a.instancePath !== b.instancePath || all.indexOf(b) > all.indexOf(a)
}

function isWithin(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`)
}

function bestBranch(compiler: SchemaCompiler, alternative: ErrorObject): ErrorObject[] {
  const pointer = compiler.pointerOf(alternative.parentSchema)
  const schema: unknown = alternative.schema
  if (
    pointer === undefined ||
    !Array.isArray(schema) ||
    (alternative.params['passingSchemas'] !== undefined && alternative.params['passingSchemas'] !== null)
  )
    return [alternative]
  const candidates = schema.map((_, index) => {
    const validate = compiler.explaining(`${pointer}/${alternative.keyword}/${index}`)
    validate(alternative.data)
    const errors = explain(compiler, validate.errors ?? [])
    return errors.map((error) =>
      Object.assign(error, { instancePath: alternative.instancePath + error.instancePath }),
    )
  })
  return candidates.toSorted((a, b) => score(b, alternative) - score(a, alternative))[0] ?? [alternative]
}

/** A branch of the wrong type was never meant; among the rest, few and deep failures are the likeliest. */
function score(errors: readonly ErrorObject[], { instancePath }: ErrorObject): number {
  if (errors.some((error) => error.keyword === 'type' && error.instancePath === instancePath)) {
    // `null` is never what a caller meant who sent something else.
    return errors.some((error) => error.params['type'] === 'null') ? -1e6 : -1e5
  }
  const missing = errors.some((e) => e.keyword === 'required' && e.instancePath === instancePath)
  const depth = Math.min(...errors.map((error) => error.instancePath.split('/').length))
  return (missing ? -1e4 : 0) + 100 * depth - errors.length
}

function problem(error: ErrorObject, body: unknown, noun: Noun): Problem {
  const parent = pathOfPointer(body, error.instancePath)
  const { params } = error
  if (error.keyword === 'required') {
    return {
      property: childPath(parent, String(params['missingProperty'])),
      sentence: `The ${noun} is required.`,
    }
  }
  if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties') {
    const name = String(params['additionalProperty'] ?? params['unevaluatedProperty'])
    return { property: childPath(parent, name), sentence: `The ${noun} is not allowed here.` }
  }
  if (error.propertyName !== undefined) {
    return {
      property: childPath(parent, error.propertyName),
      sentence: sentence(error).replace('The value', 'The key'),
    }
  }
  return { property: parent, sentence: sentence(error) }
}

function sentence({ keyword, params, parentSchema, message }: ErrorObject): string {
  const own = isObject(parentSchema) ? textAt(objectAt(parentSchema, 'x-sandbox'), 'refusal') : undefined
  if (own !== undefined) return own
  const limit = Number(params['limit'])
  switch (keyword) {
    case 'type':
      return `The value must be ${types(params['type'])}.`
    case 'maxLength':
      return `The text may have at most ${limit} characters.`
    case 'minLength':
      return `The text must have at least ${limit} ${limit === 1 ? 'character' : 'characters'}.`
    case 'minimum':
      return `The value must be at least ${limit}.`
    case 'maximum':
      return `The value must be at most ${limit}.`
    case 'format':
      return formats[String(params['format'])] ?? `The value is no ${String(params['format'])}.`
    case 'enum':
      return `The value must be one of: ${[params['allowedValues']].flat().map(String).join(', ')}.`
    case 'oneOf':
      return 'The value fits more than one of the shapes that are possible here.'
    default:
      return `The value ${message ?? 'is not valid'}.`
  }
}

const formats: Record<string, string> = {
  uuid: 'The value is not a UUID.',
  'date-time': 'The value is not a date and time with an offset, such as 2022-12-28T00:00:00Z.',
  int32: 'The value does not fit into 32 bits.',
}

function types(type: unknown): string {
  const names = [type].flat().map((name) => {
    if (name === 'null') return 'null'
    return `${/^[aeiou]/u.test(String(name)) ? 'an' : 'a'} ${String(name)}`
  })
  return names.join(' or ')
}
