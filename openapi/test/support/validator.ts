import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { isObject, type Json, type JsonObject } from '../../scripts/contract.ts'
import { walkSchema } from '../../scripts/schema-walk.ts'

/**
 * Validates values against schemas of the bundle, formats included.
 * @param document the bundled contract
 * @returns a function that lists what is wrong with a value; an empty list means that it fits
 */
export function validator(document: JsonObject): (schema: JsonObject, value: unknown) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema({ $id: 'contract', ...document })
  const compiled = new Map<string, ValidateFunction>()
  return (schema, value) => {
    const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/')
    const validate = compiled.get(text) ?? ajv.compile(parsed(text))
    compiled.set(text, validate)
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
  }
}

/** JSON text inside a value, with the schema that it must fit. */
export interface JsonText {
  text: string
  schema: JsonObject
}

/**
 * Finds the JSON texts inside a value.
 * @param document the bundled contract
 * @param schema the schema of the value
 */
export function jsonTexts(document: JsonObject, schema: JsonObject, value: Json): JsonText[] {
  return walkSchema(document, schema)
    .filter(({ path }) => !path.includes('→'))
    .flatMap(({ path, schema: { contentSchema } }) =>
      isObject(contentSchema)
        ? valuesAt(value, path.replaceAll('[]', '.[]').split('.')).map((text) => ({
            text,
            schema: contentSchema,
          }))
        : [],
    )
}

function valuesAt(value: Json | undefined, steps: string[]): string[] {
  const [step, ...rest] = steps
  if (step === undefined) return typeof value === 'string' ? [value] : []
  if (step === '[]') return Array.isArray(value) ? value.flatMap((item) => valuesAt(item, rest)) : []
  if (!isObject(value)) return []
  return step === '*'
    ? Object.values(value).flatMap((item) => valuesAt(item, rest))
    : valuesAt(value[step], rest)
}

function parsed(text: string): JsonObject {
  const value: unknown = JSON.parse(text)
  return isObject(value) ? value : {}
}
