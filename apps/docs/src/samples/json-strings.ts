import { deref, isRecord, list, record, type OpenApiDocument } from './document.ts'
import { isJson } from '../reference/media-type.ts'
import type { Path } from './literal.ts'

/** True when the schema says that the value at a path of a body is JSON text inside a string. */
export function isJsonString(document: OpenApiDocument, schema: unknown, path: Path): boolean {
  return schemasAt(document, [schema], path).some((found) => isJson(String(found['contentMediaType'])))
}

function schemasAt(
  document: OpenApiDocument,
  schemas: readonly unknown[],
  path: Path,
): Record<string, unknown>[] {
  const here = schemas.flatMap((schema) => branches(document, schema))
  const [step, ...rest] = path
  if (step === undefined) return here
  return schemasAt(
    document,
    here.flatMap((schema) => children(schema, step)),
    rest,
  )
}

/** A schema with all that it is made of: the members of allOf, anyOf and oneOf. */
function branches(document: OpenApiDocument, schema: unknown, depth = 0): Record<string, unknown>[] {
  const definition = deref(document, schema)
  const members = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => list(definition[keyword]))
  return depth > 8 ? [] : [definition, ...members.flatMap((member) => branches(document, member, depth + 1))]
}

function children(schema: Readonly<Record<string, unknown>>, step: string | number): unknown[] {
  if (typeof step === 'number') return [list(schema['prefixItems'])[step] ?? schema['items']].filter(isRecord)
  const property = record(schema['properties'])[step]
  return [property ?? schema['additionalProperties']].filter(isRecord)
}
