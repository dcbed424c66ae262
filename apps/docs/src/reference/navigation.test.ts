import { expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { navigation } from './navigation.ts'
import { indexSite } from './site-index.ts'

/** A document with so many operations in each of ten tags. */
function document(perTag: number): JsonObject {
  const paths = Object.fromEntries(
    Array.from({ length: perTag * 10 }, (_, index) => [
      `/p${String(index)}`,
      { get: { operationId: `op${String(index)}`, tags: [`tag${String(index % 10)}`] } },
    ]),
  )
  return { openapi: '3.1.0', paths }
}

test('a small document is there whole on every page', () => {
  const sections = navigation(indexSite(document(2)), [], 'reference/op3')
  const items = sections.flatMap((section) => section.items)
  expect(items.filter(({ method }) => method === 'GET')).toHaveLength(20)
  expect(items.filter(({ current }) => current).map(({ path }) => path)).toEqual(['reference/op3'])
})

test('of a vast document a page lists its own tag and links to the others', () => {
  const sections = navigation(indexSite(document(100)), [], 'reference/op3')
  expect(sections[0]).toMatchObject({ label: 'tag3', path: 'tags/tag3' })
  expect(sections[1]?.items).toHaveLength(10)
})

test.each([
  ['reference/op3', 'op3', 'op293'],
  ['reference/op503', 'op353', 'op643'],
  ['reference/op993', 'op703', 'op993'],
  ['tags/tag3', 'op3', 'op293'],
])('of a large tag %s lists the operations next to it, and links to all', (path, first, last) => {
  const [section] = navigation(indexSite(document(100)), [], path)
  const operations = section?.items.filter(({ method }) => method === 'GET') ?? []
  expect([operations[0], operations.at(-1)].map((item) => item?.path)).toEqual([
    `reference/${first}`,
    `reference/${last}`,
  ])
  expect(section?.items.filter(({ current }) => current).map((item) => item.path)).toEqual([path])
  expect(section?.items.at(-1)).toMatchObject({ label: 'All 100 operations', path: 'tags/tag3' })
})

test('names that would share an address get a number', () => {
  const schemas = { Pet: {}, pet: {}, 'P e t': {} }
  const { schemaPaths } = indexSite({ openapi: '3.1.0', components: { schemas } })
  expect([...schemaPaths.values()]).toEqual(['schemas/Pet', 'schemas/pet-2', 'schemas/P-e-t'])
})
