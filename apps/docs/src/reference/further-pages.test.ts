import { describe, expect, test } from 'vitest'
import { vast } from '../../test/support/vast.ts'
import { loadContract } from './contract.ts'
import { furtherPages, furtherPath, furtherTree } from './further-pages.ts'
import type { Json, JsonObject } from './json.ts'
import { operationPage } from './operation-page.ts'
import { roomFor } from './page-room.ts'
import type { SchemaNode } from './schema-node.ts'
import { schemaPage } from './schema-page.ts'
import { indexSite } from './site-index.ts'

/** The document as the JSON that it is written as. */
function parsed(value: unknown): JsonObject {
  const json: JsonObject = JSON.parse(JSON.stringify(value))
  return json
}

/** Every property name in a tree. */
function names(node: SchemaNode): string[] {
  return [
    ...node.properties.flatMap((property) => [property.property, ...names(property)]),
    ...node.inside.flatMap((inside) => names(inside.node)),
  ]
}

/** Every property name that a schema of the document has. */
function namesIn(schema: Json | undefined): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? [...Object.keys(value ?? {}), ...Object.values(value ?? {}).flatMap(namesIn)]
      : namesIn(value),
  )
}

const index = indexSite(parsed(vast()))
const { document } = index
const large = index.operations.find(({ id }) => id === 'large')

describe('a contract with more than a page can hold', () => {
  const room = roomFor(index)
  const pages = furtherPages(index, room)
  const body = large && operationPage(document, large, room).requestBody?.contents[0]?.node
  const ofBody = pages.filter(({ path }) => path.startsWith('reference/large/'))
  const named = schemaPage(document, 'Named', new Map(), room)

  test('shows every property once: on the page, or on one that it links to', () => {
    const shown = [
      ...(body ? names(body) : []),
      ...ofBody.flatMap((page) => names(furtherTree(document, page, room).node)),
    ]
    const expected = namesIn(parsed(large?.source['requestBody'] ?? null))
    expect(shown.toSorted()).toEqual(expected.toSorted())
    expect(expected.length).toBeGreaterThan(500)
  })

  test('leaves what has a name to the page of that name', () => {
    const ofNamed = pages.filter(({ path }) => path.startsWith('schemas/Named/'))
    const shown = [
      ...names(named.node),
      ...ofNamed.flatMap((page) => names(furtherTree(document, page, room).node)),
    ]
    expect(shown.toSorted()).toEqual(namesIn(document['components']).toSorted())
    expect(ofBody.some(({ anchor }) => anchor.includes('named'))).toBe(false)
  })

  test('gives each further page an address of its own, and a place to go back to', () => {
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length)
    for (const { path, from, anchor } of pages) expect(path).toBe(furtherPath(from, anchor))
    expect(pages.map(({ from }) => from)).toContain('reference/large')
  })

  test('goes on from further pages, when they have no room either', () => {
    const narrow = furtherPages(index, 1_000)
    expect(narrow.some(({ from }) => narrow.some(({ path }) => path === from))).toBe(true)
    const shown = narrow
      .filter(({ path }) => path.startsWith('reference/large/'))
      .flatMap((page) => names(furtherTree(document, page, 1_000).node))
    expect(shown).toContain('p7_7_7')
    expect(new Set(shown).size).toBe(shown.length)
  })
})

test('the contract of this repository has none', () => {
  const own = indexSite(loadContract())
  expect(furtherPages(own, roomFor(own))).toEqual([])
})
