import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { JsonObject } from './json.ts'

export type { ErrorObject, ValidateFunction }

/** Compiles validators for schemas that stand in the contract, named by their JSON pointers. */
export interface SchemaCompiler {
  /**
   * A validator for a schema of the contract.
   * @param pointer where it stands, such as `#/components/schemas/Customer`
   */
  body(pointer: string): ValidateFunction
  /**
   * A validator for an object of parameters. It turns texts into the numbers and booleans that the schemas ask
   * for and fills in defaults.
   */
  parameters(properties: Record<string, { pointer: string; required: boolean }>): ValidateFunction
  /** Where a schema object of the contract stands. */
  pointerOf(schema: unknown): string | undefined
}

const root = 'openapi'
// RFC 9562 without the `urn:uuid:` that ajv-formats also takes.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu
// RFC 3339: "T" or "t" between date and time, an offset always.
const dateTime =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/iu

/**
 * Prepares Ajv for a contract: the bundle is the only schema, and everything compiled is a reference into it.
 * @param document the bundled contract
 */
export function createCompiler(document: JsonObject): SchemaCompiler {
  const bodies = instance(document, false)
  const parameters = instance(document, true)
  const pointers = new WeakMap<object, string>()
  const compiled = new Map<string, ValidateFunction>()
  remember(document, '#', pointers)
  return {
    body: (pointer) => {
      // Compiling takes milliseconds, and Ajv never forgets what it compiled.
      const validate = compiled.get(pointer) ?? bodies.compile({ $ref: root + pointer })
      compiled.set(pointer, validate)
      return validate
    },
    parameters: (properties) =>
      parameters.compile({
        type: 'object',
        required: Object.keys(properties).filter((name) => properties[name]?.required === true),
        properties: Object.fromEntries(
          Object.entries(properties).map(([name, { pointer }]) => [name, parameterSchema(document, pointer)]),
        ),
      }),
    pointerOf: (schema) => (typeof schema === 'object' && schema !== null ? pointers.get(schema) : undefined),
  }
}

function instance(document: JsonObject, coerce: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    inlineRefs: false,
    validateSchema: false,
    ...(coerce ? { coerceTypes: true, useDefaults: true } : {}),
  })
  // The package's types describe a CommonJS default export.
  addFormats.default(ajv)
  ajv.addFormat('uuid', uuid)
  ajv.addFormat('date-time', (text) => isDateTime(text))
  ajv.addSchema({ ...document, $id: root })
  return ajv
}

function isDateTime(text: string): boolean {
  const date = dateTime.exec(text)?.[1]
  // Date.parse refuses the 31st of June only when asked for UTC midnight and compared with what was read.
  return date !== undefined && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)
}

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
