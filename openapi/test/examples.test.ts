import { describe, expect, it } from 'vitest'
import { isObject, type Json, type JsonObject, resolve } from '../scripts/contract.ts'
import { readBundle } from './support/bundle.ts'
import { jsonTexts, validator } from './support/validator.ts'

/**
 * Every example of the contract against its schema, by a second validator than the one of lint, formats and JSON
 * inside strings included.
 */
interface Example {
  /** A JSON pointer into the bundle. */
  at: string
  kind: 'schema' | 'media type' | 'parameter' | 'header'
  schema: JsonObject
  value: Json
}

const document = await readBundle()
const problemsOf = validator(document)
const examples = collect(document, '')

describe('the examples of the contract', () => {
  it('stand in schemas, bodies, parameters and headers', () => {
    const kinds = new Set(examples.map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['schema', 'media type', 'parameter', 'header']))
    expect(examples.length).toBeGreaterThan(150)
  })

  it.each(examples)('$kind $at fits', ({ schema, value }) => {
    expect(problemsOf(schema, value)).toEqual([])
    for (const { text, schema: inner } of jsonTexts(document, schema, value)) {
      expect(problemsOf(inner, JSON.parse(text))).toEqual([])
    }
  })
})

/** Finds everything with examples: objects with a `schema` beside them, and schemas themselves. */
function collect(node: Json | undefined, at: string): Example[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => collect(item, `${at}/${index}`))
  if (!isObject(node)) return []
  const isExampleValue = /\/components\/examples\//.test(at)
  if (isExampleValue) return []
  const inner = Object.entries(node)
    .filter(
      ([key]) => !['example', 'examples', 'enum', 'default'].includes(key) || at.endsWith('/components'),
    )
    .flatMap(([key, child]) => collect(child, `${at}/${key}`))
  return [...own(node, at), ...inner]
}

function own(node: JsonObject, at: string): Example[] {
  const { schema, example, examples: many } = node
  if (isObject(schema)) {
    const kind = 'in' in node ? 'parameter' : at.includes('/content/') ? 'media type' : 'header'
    const values = example === undefined ? [] : [example]
    const named = Object.values(isObject(many) ? many : {}).flatMap(
      (entry) => resolve(document, entry).value['value'] ?? [],
    )
    const inherited =
      kind === 'header' || kind === 'parameter' ? examplesOf(resolve(document, schema).value) : []
    return [...values, ...named, ...inherited].map((value) => ({ at, kind, schema, value }))
  }
  if (Array.isArray(many)) return many.map((value) => ({ at, kind: 'schema', schema: node, value }))
  return []
}

function examplesOf(schema: JsonObject): Json[] {
  return Array.isArray(schema['examples']) ? schema['examples'] : []
}
