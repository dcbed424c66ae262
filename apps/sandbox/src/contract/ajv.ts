import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { isUuid } from '../operations/uuid.ts'
import type { JsonObject } from './json.ts'

export type { ErrorObject, ValidateFunction }

/**
 * Compiles validators for schemas that stand in the contract, named by their JSON pointers. Compiling takes
 * milliseconds each, so it waits until a validator is used for the first time, or until {@link SchemaCompiler.ahead}.
 */
export interface SchemaCompiler {
  /**
   * The quick verdict on a value: it stops at the first fault and says nothing of it.
   * @param pointer where the schema stands, such as `#/components/schemas/Customer`
   */
  accepts(pointer: string): (value: unknown) => boolean
  /**
   * A validator that tells everything that is wrong with a value.
   * @param pointer where the schema stands
   */
  explaining(pointer: string): ValidateFunction
  /**
   * A validator for an object of parameters. It turns texts into the numbers and booleans that the schemas ask
   * for and fills in defaults.
   */
  parameters(properties: Record<string, { pointer: string; required: boolean }>): () => ValidateFunction
  /** Where a schema object of the contract stands. */
  pointerOf(schema: unknown): string | undefined
  /** Compiles what was asked for and not used so far, a little at a time. */
  ahead(): Promise<void>
}

const root = 'openapi'
// RFC 3339: "T" or "t" between date and time, an offset always. Without flags, which make it several times slower.
const dateTime =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

/**
 * Prepares Ajv for a contract: the bundle is the only schema, and everything compiled is a reference into it.
 * @param document the bundled contract
 */
export function createCompiler(document: JsonObject): SchemaCompiler {
  const waiting: (() => void)[] = []
  const later = (compile: () => ValidateFunction): (() => ValidateFunction) => {
    const validator = once(compile)
    waiting.push(validator)
    return validator
  }
  // Ajv never forgets what it compiled, so each schema is compiled once for each purpose.
  const verdicts = new Map<string, () => ValidateFunction>()
  const explanations = new Map<string, ValidateFunction>()
  const quick = once(() => instance(document, {}))
  const thorough = once(() => instance(document, thoroughly))
  const parameters = once(() => instance(document, { ...thoroughly, coerceTypes: true, useDefaults: true }))
  const pointers = once(() => {
    const found = new WeakMap<object, string>()
    remember(document, '#', found)
    return found
  })
  return {
    accepts: (pointer) => {
      const validator = verdicts.get(pointer) ?? later(() => quick().compile({ $ref: root + pointer }))
      verdicts.set(pointer, validator)
      return (value) => validator()(value)
    },
    explaining: (pointer) => {
      const validate = explanations.get(pointer) ?? thorough().compile({ $ref: root + pointer })
      explanations.set(pointer, validate)
      return validate
    },
    parameters: (properties) =>
      later(() =>
        parameters().compile({
          type: 'object',
          required: Object.keys(properties).filter((name) => properties[name]?.required === true),
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, { pointer }]) => [
              name,
              parameterSchema(document, pointer),
            ]),
          ),
        }),
      ),
    pointerOf: (schema) =>
      typeof schema === 'object' && schema !== null ? pointers().get(schema) : undefined,
    ahead: async () => {
      for (const compile of waiting.splice(0)) {
        compile()
        // Requests that came meanwhile go first.
        await new Promise((done) => setImmediate(done))
      }
    },
  }
}

/** The pointers of an explanation are found by the schema objects, so nothing may be copied into another schema. */
const thoroughly: Options = { allErrors: true, verbose: true, inlineRefs: false }

function instance(document: JsonObject, options: Options): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, ...options })
  // The package's types describe a CommonJS default export.
  addFormats.default(ajv)
  // RFC 9562 without the `urn:uuid:` that ajv-formats also takes.
  ajv.addFormat('uuid', (text) => isUuid(text))
  ajv.addFormat('date-time', (text) => isDateTime(text))
  ajv.addSchema({ ...document, $id: root })
  return ajv
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

function isDateTime(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = dateTime.exec(text)?.map(Number) ?? []
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = month === 2 && isLeap ? 29 : (daysOf[month - 1] ?? 0)
  return day >= 1 && day <= last
}

const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Ajv fills defaults only where it sees them, not through a reference. */
function parameterSchema(document: JsonObject, pointer: string): object {
  const found = pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), document)
  return isRecord(found) && 'default' in found
    ? { $ref: root + pointer, default: found['default'] }
    : { $ref: root + pointer }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function remember(value: unknown, pointer: string, pointers: WeakMap<object, string>): void {
  if (!isRecord(value)) return
  pointers.set(value, pointer)
  for (const [key, child] of Object.entries(value))
    remember(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, pointers)
}
