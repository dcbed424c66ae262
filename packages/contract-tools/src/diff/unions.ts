import { isObject, type Json, type JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import {
  type CompareSchemas,
  type Comparison,
  inside,
  type Place,
  type Resolver,
  same,
} from './comparison.ts'
import { isWord, without } from './shape.ts'

/**
 * Compares alternatives (`oneOf`, `anyOf`). A further one takes more values, a missing one fewer. Alternatives are
 * paired by component, then by equal text, then by type: their order says nothing.
 */
export function compareBranches(
  comparison: Comparison,
  at: Place,
  older: Json[],
  newer: Json[],
  compare: CompareSchemas,
): void {
  const { pairs, removed, added } = pairBranches(older, newer)
  for (const [before, after, index] of pairs)
    compare(comparison, inside(at, ` as ${nameOf(after)}`, 'alternatives', index), before, after)
  for (const branch of added)
    comparison.values(at, 'wider', {
      rule: 'alternative-added',
      statement: `\`${at.subject}\` may now also be ${nameOf(branch)}.`,
    })
  for (const branch of removed)
    comparison.values(at, 'narrower', {
      rule: 'alternative-removed',
      statement: `\`${at.subject}\` may no longer be ${nameOf(branch)}.`,
    })
}

/** Compares the parts of `allOf` one by one; they must be paired without a rest. */
export function compareParts(
  comparison: Comparison,
  at: Place,
  older: JsonObject,
  newer: JsonObject,
  compare: CompareSchemas,
): void {
  for (const [before, after, index] of pairBranches(partsOf(older), partsOf(newer)).pairs)
    compare(comparison, inside(at, '', 'allOf', index), before, after)
}

/** One schema that says what all parts of `allOf` say: how an object is composed says nothing by itself. */
export function merged(schema: JsonObject, resolve: Resolver): JsonObject {
  return merge([without(schema, ['allOf']), ...partsOf(schema)], resolve)
}

/** The parts of `allOf`. */
export function partsOf(schema: JsonObject): Json[] {
  return Array.isArray(schema['allOf']) ? schema['allOf'] : []
}

function merge(parts: Json[], resolve: Resolver): JsonObject {
  const schemas = parts.map((part) => {
    const { value } = resolve(part)
    return Array.isArray(value['allOf'])
      ? merge([without(value, ['allOf']), ...value['allOf']], resolve)
      : value
  })
  return {
    ...Object.fromEntries(schemas.flatMap((schema) => Object.entries(schema))),
    properties: Object.fromEntries(
      schemas.flatMap((schema) => Object.entries(objectOf(schema['properties']))),
    ),
    required: schemas.flatMap((schema) => listOf(schema['required'])),
  }
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

type Pairs = { pairs: [Json, Json, number][]; removed: Json[]; added: Json[] }

/** Pairs alternatives or parts; what is left over came or went. */
export function pairBranches(older: Json[], newer: Json[]): Pairs {
  const [removed, added] = [[...older], [...newer]]
  const pairs: [Json, Json, number][] = []
  const take = (matches: (a: Json, b: Json) => boolean) => {
    for (const before of removed.slice()) {
      const after = added.find((candidate) => matches(before, candidate))
      if (after === undefined) continue
      pairs.push([before, after, newer.indexOf(after)])
      removed.splice(removed.indexOf(before), 1)
      added.splice(added.indexOf(after), 1)
    }
  }
  take((a, b) => isObject(a) && isObject(b) && a['$ref'] !== undefined && a['$ref'] === b['$ref'])
  take((a, b) => same(bare(a), bare(b)))
  take((a, b) => isObject(a) && isObject(b) && inline(a) && inline(b) && same(a['type'], b['type']))
  return { pairs, removed, added }
}

function inline(schema: JsonObject): boolean {
  return schema['$ref'] === undefined
}

function bare(schema: Json): Json {
  return isObject(schema)
    ? Object.fromEntries(Object.entries(schema).filter(([key]) => !isWord(key)))
    : schema
}

function nameOf(branch: Json): string {
  if (!isObject(branch)) return JSON.stringify(branch)
  if (typeof branch['$ref'] === 'string') return branch['$ref'].split('/').at(-1) ?? branch['$ref']
  if (typeof branch['title'] === 'string') return branch['title']
  return branch['type'] === undefined ? 'another shape' : `a value of type ${JSON.stringify(branch['type'])}`
}
