import type { Problem } from '../errors.ts'
import type { UnknownProperties } from '../config.ts'
import type { SchemaCompiler, ValidateFunction } from './ajv.ts'
import { type ContractOperation, resolve } from './document.ts'
import { isObject, type Json, type JsonObject, needText, objectAt } from './json.ts'
import { parseJson } from './json-text.ts'
import { problemsOf } from './problems.ts'
import { textsOf } from './property-path.ts'
import { insideText, walkBody } from './walk.ts'

/** The parts of a request that the contract speaks of. */
export interface RawRequest {
  headers: Record<string, string | string[] | undefined>
  query: Record<string, unknown>
  path: Record<string, unknown>
  body: Json | undefined
}

/** What a request's validation found. */
export interface Validated {
  problems: Problem[]
  /** With defaults filled in, and numbers and booleans as such. */
  query: JsonObject
  path: JsonObject
  /** Properties that the contract does not know; they were taken out of the body. */
  ignored: string[]
}

/** Validates requests to one operation. */
export type RequestValidator = (request: RawRequest) => Validated

/**
 * Builds the validator of one operation from the contract.
 * @param document the bundled contract
 * @param compiler the contract's schemas
 * @param operation the operation
 * @param unknownProperties what becomes of properties that the contract does not know
 */
export function createRequestValidator(
  document: JsonObject,
  compiler: SchemaCompiler,
  operation: ContractOperation,
  unknownProperties: UnknownProperties,
): RequestValidator {
  const headerNames = namesIn(operation, 'header')
  const header = parameterValidator(compiler, operation, 'header')
  const query = parameterValidator(compiler, operation, 'query')
  const path = parameterValidator(compiler, operation, 'path')
  const body = bodyValidator(document, compiler, operation, unknownProperties)
  return (request) => {
    const headers: Record<string, unknown> = {}
    for (const name of headerNames) {
      const value = request.headers[name.toLowerCase()]
      if (value !== undefined) headers[name] = value
    }
    const found: Validated = {
      problems: problemsOf(compiler, header, headers, 'header'),
      query: asObject(request.query),
      path: asObject(request.path),
      ignored: [],
    }
    found.problems.push(...problemsOf(compiler, path, found.path, 'parameter'))
    found.problems.push(...problemsOf(compiler, query, found.query, 'parameter'))
    body?.(request.body, found)
    return found
  }
}

function namesIn({ parameters }: ContractOperation, place: string): string[] {
  return parameters.filter(({ value }) => value['in'] === place).map(({ value }) => needText(value, 'name'))
}

function parameterValidator(
  compiler: SchemaCompiler,
  operation: ContractOperation,
  place: string,
): ValidateFunction {
  const here = operation.parameters.filter(({ value }) => value['in'] === place)
  return compiler.parameters(
    Object.fromEntries(
      here.map(({ value, pointer }) => [
        needText(value, 'name'),
        { pointer: `${pointer}/schema`, required: value['required'] === true },
      ]),
    ),
  )
}

function bodyValidator(
  document: JsonObject,
  compiler: SchemaCompiler,
  { operation, pointer }: ContractOperation,
  unknownProperties: UnknownProperties,
): ((body: Json | undefined, found: Validated) => void) | undefined {
  const holder = resolve(document, operation['requestBody'], `${pointer}/requestBody`)
  const schema = objectAt(objectAt(objectAt(holder.value, 'content'), 'application/json'), 'schema')
  if (Object.keys(schema).length === 0) return undefined
  const at = resolve(document, schema, `${holder.pointer}/content/application~1json/schema`).pointer
  const validate = compiler.body(at)
  return (body, found) => {
    if (body === undefined) return
    const strange = strangeTexts(body)
    found.problems.push(...strange)
    walkBody(document, at, body, {
      jsonText: (text) => found.problems.push(...jsonTextProblems(compiler, text)),
      unknown: ({ path, holder: object, name }) => {
        if (unknownProperties === 'refuse')
          found.problems.push({ property: path, sentence: 'The contract does not know this property.' })
        else {
          found.ignored.push(path)
          delete object[name]
        }
      },
    })
    found.problems.push(...problemsOf(compiler, validate, body))
  }
}

function jsonTextProblems(
  compiler: SchemaCompiler,
  { path, text, pointer }: { path: string; text: string; pointer: string },
): Problem[] {
  const parsed = parseJson(text)
  if ('problem' in parsed) return [{ property: path, sentence: `The text ${parsed.problem}.` }]
  const inside = [
    ...strangeTexts(parsed.value),
    ...problemsOf(compiler, compiler.body(pointer), parsed.value),
  ]
  return inside.map(({ property, sentence }) => ({ property: insideText(path, property), sentence }))
}

/** Texts that no database and no later reader can be trusted with. */
function strangeTexts(body: Json): Problem[] {
  const found: Problem[] = []
  for (const { path, text, isKey } of textsOf(body)) {
    const noun = isKey ? 'key' : 'text'
    if (text.includes('\0'))
      found.push({ property: path, sentence: `The ${noun} holds the character U+0000.` })
    else if (/\p{Surrogate}/u.test(text))
      found.push({
        property: path,
        sentence: `The ${noun} holds half of a surrogate pair, so it is no Unicode text.`,
      })
    if (isKey && text === '__proto__') found.push({ property: path, sentence: 'The key is not allowed.' })
  }
  return found
}

function asObject(value: Record<string, unknown>): JsonObject {
  // The query parser makes texts and lists of texts, which is JSON.
  const copy: unknown = { ...value }
  return isObject(copy) ? copy : {}
}
