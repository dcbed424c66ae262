import * as fc from 'fast-check'
import { resolve } from '../src/contract/document.ts'
import { isObject, type Json, type JsonObject, objectAt, objectsIn, textsIn } from '../src/contract/json.ts'
import { document } from './support.ts'

/** Values that a schema of the contract accepts, read off the schema itself. */
export function valuesOf(schema: Json | undefined): fc.Arbitrary<Json> {
  const { value } = resolve(document, schema)
  const alternatives = [...objectsIn(value['anyOf']), ...objectsIn(value['oneOf'])]
  if (alternatives.length > 0) return fc.oneof(...alternatives.map(valuesOf))
  if (Array.isArray(value['enum'])) return fc.constantFrom(...value['enum'])
  if (value['type'] === undefined) return fc.jsonValue({ maxDepth: 1 }).map(asJson)
  const types = [value['type']].flat().map(String)
  return fc.oneof(...types.map((type) => ofType(type, value)))
}

function ofType(type: string, schema: JsonObject): fc.Arbitrary<Json> {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: Number(schema['minimum'] ?? -1000), max: Number(schema['maximum'] ?? 1000) })
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
    case 'array':
      return fc.array(valuesOf(schema['items']), { maxLength: 2 })
    case 'object':
      return objects(schema)
    default:
      return texts(schema)
  }
}

function texts(schema: JsonObject): fc.Arbitrary<Json> {
  if (isObject(schema['contentSchema']))
    return valuesOf(schema['contentSchema']).map((value) => JSON.stringify(value))
  if (schema['format'] === 'uuid') return fc.uuid()
  if (schema['format'] === 'date-time')
    return fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
  const maxLength = Math.min(Number(schema['maxLength'] ?? 300), 300)
  // Strange but valid Unicode: emoji, right-to-left, combining marks. U+0000 is the one character refused.
  return fc
    .string({ unit: 'binary', maxLength: Math.floor(maxLength / 2) })
    .map((text) => text.replaceAll('\0', '0'))
}

function objects(schema: JsonObject): fc.Arbitrary<Json> {
  const properties = objectAt(schema, 'properties')
  const required = textsIn(schema['required'])
  const known = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, child]) => [name, valuesOf(child)])),
    { requiredKeys: required },
  )
  const further = schema['additionalProperties']
  if (!isObject(further)) return known.map(asJson)
  const keys = valuesOf(schema['propertyNames']).filter(
    (key) => typeof key === 'string' && key !== '__proto__' && key !== 'Value',
  )
  const dictionary = fc.dictionary(keys.map(String), valuesOf(further), { maxKeys: 2 })
  return fc.tuple(known, dictionary).map(([first, second]) => asJson({ ...second, ...first }))
}

/** One fault in a valid body, and the property that an answer must name. */
export interface Fault {
  property: string
  what: string
  apply: (body: JsonObject) => void
}

/** Every single fault that the schema forbids in a body. */
export function faultsIn(schema: Json | undefined, body: JsonObject): Fault[] {
  return shapeFaults(schema, body, '', (at) => at).filter(({ what, apply }) => {
    if (what !== 'missing') return true
    // What is left may be a good value of another alternative, and then nothing is wrong with it.
    const rest = structuredClone(body)
    apply(rest)
    return !fits(schema, rest)
  })
}

function shapeFaults(schema: Json | undefined, body: Json, path: string, reach: Reach): Fault[] {
  const { value } = resolve(document, schema)
  const branch = branchFor(value, body)
  if (branch !== undefined) return shapeFaults(branch, body, path, reach)
  if (!isObject(body)) return []
  const found: Fault[] = []
  // In a value of another alternative the property may be absent; taking it away would change nothing.
  for (const name of textsIn(value['required']).filter((each) => each in body))
    found.push({ property: join(path, name), what: 'missing', apply: (all) => delete into(reach(all))[name] })
  if (value['additionalProperties'] === false)
    found.push({
      property: join(path, 'extra'),
      what: 'extra',
      apply: (all) => (into(reach(all))['extra'] = 1),
    })
  for (const [name, member] of Object.entries(body)) {
    const child = objectAt(value, 'properties')[name] ?? value['additionalProperties']
    if (!isObject(child)) continue
    const at = join(path, name)
    for (const [what, wrong] of wrongValues(child))
      found.push({ property: at, what, apply: (all) => (into(reach(all))[name] = wrong) })
    const deeper: Reach = (all) => into(reach(all))[name] ?? null
    if (Array.isArray(member)) {
      const items = resolve(document, child).value['items']
      for (const [index, item] of member.entries()) {
        const next: Reach = (all) => listOf(deeper(all))[index] ?? null
        found.push(...shapeFaults(items, item, `${at}[${index}]`, next))
      }
    } else found.push(...shapeFaults(child, member, at, deeper))
  }
  return found
}

type Reach = (body: Json) => Json

/** The alternative that a valid value is of; undefined where there is none to choose. */
function branchFor(schema: JsonObject, body: Json): Json | undefined {
  const alternatives = [...objectsIn(schema['anyOf']), ...objectsIn(schema['oneOf'])]
  return alternatives.find((each) => fits(each, body))
}

/** Whether a value has the shape of a schema, all the way down: types, members and alternatives. */
function fits(schema: Json | undefined, body: Json): boolean {
  const { value } = resolve(document, schema)
  const alternatives = [...objectsIn(value['anyOf']), ...objectsIn(value['oneOf'])]
  if (alternatives.length > 0) return alternatives.some((each) => fits(each, body))
  if (value['type'] !== undefined && ![value['type']].flat().some((type) => isOf(type, body))) return false
  if (Array.isArray(body)) return body.every((item) => fits(value['items'], item))
  if (!isObject(body)) return true
  const properties = objectAt(value, 'properties')
  const further = value['additionalProperties']
  return (
    textsIn(value['required']).every((name) => name in body) &&
    Object.entries(body).every(([name, member]) =>
      Object.hasOwn(properties, name)
        ? fits(properties[name], member)
        : further !== false && (!isObject(further) || fits(further, member)),
    )
  )
}

function isOf(type: Json, body: Json): boolean {
  if (type === 'null') return body === null
  if (type === 'array') return Array.isArray(body)
  if (type === 'integer') return Number.isInteger(body)
  return typeof body === type && body !== null && !Array.isArray(body)
}

/** Values that break one rule of a schema each. */
function wrongValues(schema: Json): [string, Json][] {
  const leaves = leavesOf(schema)
  const types = new Set(leaves.flatMap((leaf) => [leaf['type']].flat().map(String)))
  if (leaves.some((leaf) => leaf['type'] === undefined)) return []
  const found: [string, Json][] = [['type', types.has('number') || types.has('integer') ? 'x' : 5]]
  if (!types.has('null')) found.push(['null', null])
  const texts = leaves.filter((leaf) => [leaf['type']].flat().includes('string'))
  const limits = texts.map((leaf) =>
    Number(leaf['maxLength'] ?? (Array.isArray(leaf['enum']) ? 0 : Number.NaN)),
  )
  const longest = Math.max(...limits)
  const isClosed = texts.length > 0 && texts.every((leaf) => Array.isArray(leaf['enum']))
  if (isClosed) found.push(['enum', 'no such value'])
  else if (texts.length > 0 && Number.isFinite(longest)) found.push(['too long', '😀'.repeat(longest + 1)])
  const format = texts[0]?.['format']
  if (format === 'uuid') found.push(['format', 'urn:uuid:1b671a64-40d5-491e-99b0-da01ff1f3341'])
  if (format === 'date-time') found.push(['format', '2022-02-30T00:00:00Z'])
  if (texts.some((leaf) => isObject(leaf['contentSchema']))) found.push(['no JSON', '{"a":'])
  const number = leaves.find((leaf) => leaf['maximum'] !== undefined)
  if (number !== undefined) found.push(['too large', Number(number['maximum']) + 1])
  return found
}

function leavesOf(schema: Json): JsonObject[] {
  const { value } = resolve(document, schema)
  const alternatives = [...objectsIn(value['anyOf']), ...objectsIn(value['oneOf'])]
  return alternatives.length === 0 ? [value] : alternatives.flatMap(leavesOf)
}

function join(path: string, name: string): string {
  if (!/^[^.[\]"→\s]{1,255}$/u.test(name)) {
    const shown = name.length > 100 ? `${name.slice(0, 100)}…` : name
    return `${path}[${JSON.stringify(shown)}]`
  }
  return path === '' ? name : `${path}.${name}`
}

function into(value: Json): JsonObject {
  if (!isObject(value)) throw new Error('The generator lost its way in the body.')
  return value
}

function listOf(value: Json): Json[] {
  if (!Array.isArray(value)) throw new Error('The generator lost its way in the body.')
  return value
}

/** What fast-check makes here is JSON; a round trip also turns -0 into 0. */
function asJson(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value))
  return json
}
