import { expect, test } from 'vitest'
import { childAnchor, escapeName, placeOf, slug, stepAnchor, unescapeName } from './anchors.ts'

test.each(['zip', 'X-Tenant', '@odata.type', 'with space', '', 'é', '😀', '~items', '__proto__', 'a~b', '.'])(
  'the name %j survives its way into an anchor and back',
  (name) => {
    const anchor = escapeName(name)
    expect(anchor).toMatch(/^[\w$~-]+$/)
    expect(anchor).not.toMatch(/^~[a-z][\w-]*$/i)
    expect(unescapeName(anchor)).toBe(name)
  },
)

test('a place is said without the steps that have no name', () => {
  const anchor = childAnchor(stepAnchor(childAnchor('request-body', 'lines'), '~items'), 'a.b')
  expect(anchor).toBe('request-body.lines.~items.a~2e~b')
  expect(placeOf(anchor)).toEqual(['request body', 'lines', 'a.b'])
})

test.each([
  ['repos/get', 'repos/get'],
  ['GET /a/{b}', 'GET-/a/-b-'],
  ['../../etc', '-/-/etc'],
  ['', '-'],
  ['<script>', '-script-'],
])('the address of %j is %s', (name, path) => {
  expect(slug(name)).toBe(path)
})
