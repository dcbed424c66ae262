import { isObject, type Json, type JsonObject, objectAt, resolve } from '../../scripts/contract.ts'

/** A schema where it stands, what its references lead to, and the object schema that holds it. */
export interface Found {
  site: JsonObject
  name: string
  holder: JsonObject
}

/**
 * Finds the schema at a path: `.` enters an object, `*` any key of a dictionary, `[]` an item of an array.
 * @param document the bundled contract; the result is part of it, so a change of the result changes the contract
 */
export function find(document: JsonObject, schema: Json | undefined, path: string): Found | undefined {
  const steps = path.replaceAll('[]', '.[]').split('.')
  let at: Found | undefined = isObject(schema) ? { site: schema, name: '', holder: {} } : undefined
  for (const step of steps) at = at && enter(document, at.site, step)
  return at
}

function enter(document: JsonObject, schema: JsonObject, step: string): Found | undefined {
  for (const holder of branches(document, schema)) {
    const child = { '*': holder['additionalProperties'], '[]': holder['items'] }[step]
    const site = child ?? objectAt(holder, 'properties')[step]
    if (isObject(site)) return { site, name: step, holder }
  }
  return undefined
}

/** A schema, what its reference leads to, and the branches it is composed of, at any depth. */
export function branches(document: JsonObject, schema: Json | undefined): JsonObject[] {
  if (!isObject(schema)) return []
  const target = resolve(document, schema).value
  const composed = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => target[keyword] ?? []).filter(isObject)
  return [target, ...composed.flatMap((branch) => branches(document, branch))]
}

/** The types that a schema allows, sorted. */
export function typesOf(document: JsonObject, schema: JsonObject): string[] {
  const types = branches(document, schema).flatMap((branch) => branch['type'] ?? [])
  return [...new Set(types.map(String))].toSorted()
}

/** The first value of a keyword in a schema or what it consists of. */
export function keywordOf(document: JsonObject, schema: JsonObject, keyword: string): Json | undefined {
  return branches(document, schema).find((branch) => keyword in branch)?.[keyword]
}

/** Follows a JSON pointer. */
export function pointed(document: JsonObject, pointer: string): Json | undefined {
  const keys = pointer.split('/').slice(1)
  return keys.reduce<Json | undefined>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)]
    return isObject(at) ? at[key] : undefined
  }, document)
}
