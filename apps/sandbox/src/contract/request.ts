import type { Problem } from '../errors.ts'
import type { UnknownProperties } from '../config.ts'
import type { SchemaCompiler } from './ajv.ts'
import { type ContractOperation, resolve } from './document.ts'
import { isObject, type Json, type JsonObject, needText, objectAt } from './json.ts'
import { isPlain, parseJson } from './json-text.ts'
import { prepareCheck, problemsOf } from './problems.ts'
import { textsOf } from './property-path.ts'
import { insideText, prepareWalk } from './walk.ts'

/** The parts of a request that the contract speaks of. */
export interface RawRequest {
  headers: Record<string, string | string[] | undefined>
  query: Record<string, unknown>
  path: Record<string, unknown>
  body: Json | undefined
  /** The text that the body was read from. */
  text: string | undefined
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
  const headers = headerCheck(compiler, operation)
  const query = parameterCheck(compiler, operation, 'query')
  const path = parameterCheck(compiler, operation, 'path')
  const body = bodyValidator(document, compiler, operation, unknownProperties)
  return (request) => {
    const found: Validated = {
      problems: headers(request.headers),
      query: asObject(request.query),
      path: asObject(request.path),
      ignored: [],
    }
    found.problems.push(...path(found.path), ...query(found.query))
    body?.(request, found)
    return found
  }
}

type Check<Value> = (value: Value) => Problem[]

/** Ajv would see header names in lower case; they are reported as the contract writes them. */
function headerCheck(compiler: SchemaCompiler, operation: ContractOperation): Check<RawRequest['headers']> {
  const check = parameterCheck(compiler, operation, 'header')
  const names = parametersIn(operation, 'header').map(({ name }) => [name, name.toLowerCase()] as const)
  return (sent) => {
    const headers: Record<string, unknown> = {}
    for (const [name, lower] of names) if (sent[lower] !== undefined) headers[name] = sent[lower]
    return check(headers)
  }
}

/** Beside saying what is wrong it completes the parameters: numbers, booleans, defaults. */
function parameterCheck(
  compiler: SchemaCompiler,
  operation: ContractOperation,
  place: 'header' | 'path' | 'query',
): Check<Record<string, unknown>> {
  const here = parametersIn(operation, place)
  if (here.length === 0) return () => []
  const validator = compiler.parameters(
    Object.fromEntries(
      here.map(({ name, value, pointer }) => [
        name,
        { pointer: `${pointer}/schema`, required: value['required'] === true },
      ]),
    ),
  )
  const noun = place === 'header' ? 'header' : 'parameter'
  return (values) => problemsOf(compiler, validator(), values, noun)
}

function parametersIn({ parameters }: ContractOperation, place: string) {
  return parameters
    .filter(({ value }) => value['in'] === place)
    .map(({ value, pointer }) => ({ name: needText(value, 'name'), value, pointer }))
}

function bodyValidator(
  document: JsonObject,
  compiler: SchemaCompiler,
  { operation, pointer }: ContractOperation,
  unknownProperties: UnknownProperties,
): ((request: RawRequest, found: Validated) => void) | undefined {
  const holder = resolve(document, operation['requestBody'], `${pointer}/requestBody`)
  const schema = objectAt(objectAt(objectAt(holder.value, 'content'), 'application/json'), 'schema')
  if (Object.keys(schema).length === 0) return undefined
  const at = resolve(document, schema, `${holder.pointer}/content/application~1json/schema`).pointer
  const check = prepareCheck(compiler, at)
  const walk = prepareWalk(document, at)
  return ({ body, text }, found) => {
    if (body === undefined) return
    const isSafe = text !== undefined && isPlain(text)
    if (!isSafe) found.problems.push(...strangeTexts(body))
    walk(body, {
      jsonText: (inner) => found.problems.push(...jsonTextProblems(compiler, inner, isSafe)),
      unknown: ({ path, holder: object, name }) => {
        if (unknownProperties === 'refuse')
          found.problems.push({ property: path, sentence: 'The contract does not know this property.' })
        else {
          found.ignored.push(path)
          delete object[name]
        }
      },
    })
    found.problems.push(...check(body))
  }
}

function jsonTextProblems(
  compiler: SchemaCompiler,
  { path, text, pointer }: { path: string; text: string; pointer: string },
  isSafe: boolean,
): Problem[] {
  const parsed = parseJson(text)
  if ('problem' in parsed) return [{ property: path, sentence: `The text ${parsed.problem}.` }]
  const inside = [
    ...(isSafe ? [] : strangeTexts(parsed.value)),
    ...prepareCheck(compiler, pointer)(parsed.value),
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
