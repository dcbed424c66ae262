import { resolve } from './document.ts'
import { isObject, type Json, type JsonObject, objectAt, objectsIn } from './json.ts'
import { childPath, intoText } from './property-path.ts'

/** What a walk through a body beside its schema meets. */
export interface Visitor {
  /** A property that the contract does not know where it stands. */
  unknown: (found: { path: string; holder: JsonObject; name: string }) => void
  /** A string that carries JSON text; `pointer` is where the schema of that text stands. */
  jsonText: (found: { path: string; text: string; pointer: string }) => void
}

/** Walks a body beside its schema, through references, compositions, dictionaries and arrays. */
export type Walk = (body: Json, visitor: Visitor) => void

/**
 * Prepares the walk of one schema, so that a request costs no more than looking at each member once.
 * @param document the bundled contract
 * @param pointer where the body's schema stands
 */
export function prepareWalk(document: JsonObject, pointer: string): Walk {
  const { value } = resolve(document, { $ref: pointer })
  const shape = shapeOf(document, partsOf(document, value, pointer), new Map())
  return (body, visitor) => {
    visit(shape, body, [], visitor)
  }
}

/** What the contract knows of one place in a body, all alternatives and parts of its schema together. */
interface Shape {
  /** Where the schema of the JSON text in a string stands. */
  jsonText: string | undefined
  items: Shape | undefined
  /** Undefined for a schema that says nothing of members. */
  members: ReadonlyMap<string, Shape> | undefined
  further: Shape | undefined
  /** A schema that forbids further members says so itself. */
  isClosed: boolean
}

type Trail = (string | number)[]

function visit(shape: Shape, value: Json, trail: Trail, visitor: Visitor): void {
  if (typeof value === 'string') {
    if (shape.jsonText !== undefined)
      visitor.jsonText({ path: pathOf(trail), text: value, pointer: shape.jsonText })
  } else if (Array.isArray(value)) {
    if (shape.items === undefined) return
    for (const [index, item] of value.entries()) step(shape.items, item, index, trail, visitor)
  } else if (value !== null && typeof value === 'object' && shape.members !== undefined) {
    visitMembers(shape, shape.members, value, trail, visitor)
  }
}

function visitMembers(
  shape: Shape,
  members: ReadonlyMap<string, Shape>,
  holder: JsonObject,
  trail: Trail,
  visitor: Visitor,
): void {
  for (const name of Object.keys(holder)) {
    const next = members.get(name) ?? shape.further
    const member = holder[name] ?? null
    if (next === undefined) {
      if (!shape.isClosed) visitor.unknown({ path: pathOf([...trail, name]), holder, name })
    } else if (typeof member === 'string' ? next.jsonText !== undefined : typeof member === 'object')
      step(next, member, name, trail, visitor)
  }
}

/** The way is kept as it is walked, and written down only when somebody asks for it. */
function step(shape: Shape, value: Json, key: string | number, trail: Trail, visitor: Visitor): void {
  trail.push(key)
  visit(shape, value, trail, visitor)
  trail.pop()
}

function pathOf(trail: Trail): string {
  return trail.reduce<string>(childPath, '')
}

interface Located {
  value: JsonObject
  pointer: string
}

/** Built once per place; a schema that holds itself finds the shape that is being built. */
function shapeOf(document: JsonObject, schemas: Located[], known: Map<string, Shape>): Shape {
  const key = schemas.map(({ pointer }) => pointer).join(' ')
  const built = known.get(key)
  if (built !== undefined) return built
  const text = schemas.find(({ value }) => isObject(value['contentSchema']))
  const shape: Shape = {
    jsonText: text === undefined ? undefined : `${text.pointer}/contentSchema`,
    items: undefined,
    members: undefined,
    further: undefined,
    isClosed: schemas.some(({ value }) => value['additionalProperties'] === false),
  }
  known.set(key, shape)
  const below = (step: string, pick: (schema: JsonObject) => Json | undefined) => {
    const found = schemas.flatMap(({ value, pointer }) => {
      const child = pick(value)
      return isObject(child) ? partsOf(document, child, `${pointer}/${step}`) : []
    })
    const isFree = schemas.some(({ value }) => pick(value) === true)
    return found.length > 0 || isFree ? shapeOf(document, found, known) : undefined
  }
  shape.items = below('items', ({ items }) => items)
  if (!schemas.some(({ value }) => 'properties' in value || 'additionalProperties' in value)) return shape
  shape.further = below('additionalProperties', ({ additionalProperties }) => additionalProperties)
  const names = new Set(schemas.flatMap(({ value }) => Object.keys(objectAt(value, 'properties'))))
  const members = new Map<string, Shape>()
  for (const name of names) {
    const member = below(`properties/${name}`, (schema) => {
      const properties = objectAt(schema, 'properties')
      return Object.hasOwn(properties, name) ? properties[name] : undefined
    })
    if (member !== undefined) members.set(name, member)
  }
  shape.members = members
  return shape
}

/** A schema and every alternative or part that it is composed of. */
function partsOf(document: JsonObject, schema: JsonObject, pointer: string): Located[] {
  const target = resolve(document, schema, pointer)
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) =>
    objectsIn(target.value[keyword]).flatMap((part, index) =>
      partsOf(document, part, `${target.pointer}/${keyword}/${index}`),
    ),
  )
  return [target, ...parts]
}

/** A path inside the JSON text that stands at another path. */
export function insideText(outer: string, inner: string): string {
  return inner === '' ? outer : outer + intoText + inner
}
