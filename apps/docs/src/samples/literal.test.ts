import * as fc from 'fast-check'
import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { literal, quoted } from './literal.ts'

test('every JSON value is the value of its source', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const made: unknown = JSON.parse(String(runInThisContext(`JSON.stringify(${literal(value)})`)))
      expect(made).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: 500 },
  )
})

test('a key named __proto__ stays a key', () => {
  const value: unknown = JSON.parse('{"__proto__":{"a":1}}')
  expect(runInThisContext(`JSON.stringify(${literal(value)})`)).toBe('{"__proto__":{"a":1}}')
})

test('short objects stay on one line, long ones get a line per member', () => {
  expect(literal({ a: 1, 'b-c': ['x'] })).toBe("{ a: 1, 'b-c': ['x'] }")
  expect(literal({ text: 'x'.repeat(70) })).toBe(`{\n  text: '${'x'.repeat(70)}',\n}`)
})

test('quotes are those of the code style', () => {
  expect(quoted(`it's "so"`)).toBe(String.raw`'it\'s "so"'`)
})
