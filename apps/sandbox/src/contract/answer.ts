import { type ContractOperation, resolve } from './document.ts'
import type { SchemaCompiler } from './ajv.ts'
import type { JsonObject } from './json.ts'
import { isObject, objectAt } from './json.ts'

/** Says what is wrong with an answer; undefined when it keeps the contract's word. */
export type AnswerValidator = (
  status: number,
  contentType: string | undefined,
  body: string,
) => string | undefined

/** Statuses that any HTTP server may answer beside the documented ones; they have the error envelope. */
const plain = new Set([400, 404, 405, 408, 413, 414, 415, 429, 431, 500, 501, 503])

/**
 * Builds the check of one operation's answers from the contract. It looks at the raw text: a serializer that
 * drops or adds members would be noticed.
 * @param document the bundled contract
 * @param compiler the contract's schemas
 * @param operation the operation
 */
export function createAnswerValidator(
  document: JsonObject,
  compiler: SchemaCompiler,
  { operation, pointer }: ContractOperation,
): AnswerValidator {
  const checks = new Map<string, (contentType: string | undefined, body: string) => string | undefined>()
  for (const [status, entry] of Object.entries(objectAt(operation, 'responses'))) {
    const response = resolve(document, entry, `${pointer}/responses/${status}`)
    const schema = objectAt(objectAt(response.value, 'content'), 'application/json')['schema']
    checks.set(
      status,
      isObject(schema)
        ? bodyCheck(compiler, `${response.pointer}/content/application~1json/schema`)
        : emptyCheck,
    )
  }
  const envelope = bodyCheck(compiler, '#/components/schemas/ErrorEnvelope')
  return (status, contentType, body) => {
    const check = checks.get(String(status)) ?? (plain.has(status) ? envelope : undefined)
    return check === undefined ? 'the contract does not have this status' : check(contentType, body)
  }
}

function emptyCheck(_contentType: string | undefined, body: string): string | undefined {
  return body === '' ? undefined : 'the contract describes this answer without a body'
}

function bodyCheck(compiler: SchemaCompiler, pointer: string) {
  const accepts = compiler.accepts(pointer)
  return (contentType: string | undefined, body: string): string | undefined => {
    if (contentType?.startsWith('application/json') !== true)
      return `the content type is ${contentType ?? 'missing'}`
    const value: unknown = JSON.parse(body)
    if (accepts(value)) return undefined
    const validate = compiler.explaining(pointer)
    validate(value)
    // Only places and rules: the values may be personal data.
    return (validate.errors ?? [])
      .map(({ instancePath, keyword }) => `${instancePath || '(the body)'}: ${keyword}`)
      .join('; ')
  }
}
