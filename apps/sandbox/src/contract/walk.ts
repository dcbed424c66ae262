import { resolve } from './document.ts'
import { isObject, type Json, type JsonObject, objectAt, objectsIn } from './json.ts'
import { childPath, intoText } from './property-path.ts'

/** What a walk through a body beside its schema meets. */
export interface Visitor {
  /** A property that the contract does not know where it stands. */
  unknown?: (found: { path: string; holder: JsonObject; name: string }) => void
  /** A string that carries JSON text; `pointer` is where the schema of that text stands. */
  jsonText?: (found: { path: string; text: string; pointer: string }) => void
}

/**
 * Walks a body beside its schema, through references, compositions, dictionaries and arrays.
 * @param document the bundled contract
 * @param pointer where the body's schema stands
 * @param body the body, valid or not
 * @param visitor what to do on the way
 */
export function walkBody(document: JsonObject, pointer: string, body: Json, visitor: Visitor): void {
  const { value } = resolve(document, { $ref: pointer })
  visit(document, branches(document, value, pointer), body, '', visitor)
}

interface Located {
  value: JsonObject
  pointer: string
}

function visit(document: JsonObject, schemas: Located[], value: Json, path: string, visitor: Visitor): void {
  const text = schemas.find((schema) => isObject(schema.value['contentSchema']))
  if (typeof value === 'string' && text !== undefined) {
    visitor.jsonText?.({ path, text: value, pointer: `${text.pointer}/contentSchema` })
  } else if (Array.isArray(value)) {
    const items = children(document, schemas, (schema) => [schema.value['items'], 'items'])
    if (items.length > 0)
      for (const [index, item] of value.entries())
        visit(document, items, item, childPath(path, index), visitor)
  } else if (isObject(value)) {
    visitObject(document, schemas, value, path, visitor)
  }
}

function visitObject(
  document: JsonObject,
  schemas: Located[],
  value: JsonObject,
  path: string,
  visitor: Visitor,
) {
  if (!schemas.some(({ value: schema }) => 'properties' in schema || 'additionalProperties' in schema)) return
  for (const name of Object.keys(value)) {
    const known = children(document, schemas, (schema) => {
      const properties = objectAt(schema.value, 'properties')
      return [Object.hasOwn(properties, name) ? properties[name] : undefined, `properties/${name}`]
    })
    const further =
      known.length > 0
        ? known
        : children(document, schemas, (schema) => [
            schema.value['additionalProperties'],
            'additionalProperties',
          ])
    const member = value[name]
    // A schema that forbids further members says so itself.
    const isForbidden = schemas.some((schema) => schema.value['additionalProperties'] === false)
    if (further.length > 0 && member !== undefined)
      visit(document, further, member, childPath(path, name), visitor)
    else if (!isForbidden) visitor.unknown?.({ path: childPath(path, name), holder: value, name })
  }
}

function children(
  document: JsonObject,
  schemas: Located[],
  pick: (schema: Located) => [Json | undefined, string],
): Located[] {
  return schemas.flatMap((schema) => {
    const [child, step] = pick(schema)
    return isObject(child) ? branches(document, child, `${schema.pointer}/${step}`) : []
  })
}

const known = new WeakMap<JsonObject, Located[]>()

/** A schema and every alternative or part that it is composed of; worked out once per place in the contract. */
function branches(document: JsonObject, schema: JsonObject, pointer: string): Located[] {
  const found = known.get(schema) ?? partsOf(document, schema, pointer)
  known.set(schema, found)
  return found
}

function partsOf(document: JsonObject, schema: JsonObject, pointer: string): Located[] {
  const target = resolve(document, schema, pointer)
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) =>
    objectsIn(target.value[keyword]).flatMap((part, index) =>
      branches(document, part, `${target.pointer}/${keyword}/${index}`),
    ),
  )
  return [target, ...parts]
}

/** A path inside the JSON text that stands at another path. */
export function insideText(outer: string, inner: string): string {
  return inner === '' ? outer : outer + intoText + inner
}
