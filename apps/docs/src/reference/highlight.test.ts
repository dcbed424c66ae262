import { expect, test } from 'vitest'
import { payload } from '../../test/support/hostile.ts'
import { codeHtml, highlight, type Language } from './highlight.ts'

const codes: [Language, string][] = [
  ['json', '{"a": [1.5e3, true, null, "x\\"y"], "b": {}}'],
  ['shell', `curl --data-raw '{"a": "it'\\''s"}' \\\n  "$URL" # end`],
  ['typescript', "import { a } from 'b' // c\nconst d: number = `e${1}` /* f */"],
  ['text', 'plain'],
  ['json', payload],
  ['typescript', payload],
]

test.each(codes)('no character of %s is lost: %j', (language, code) => {
  expect(
    highlight(code, language)
      .map(({ text }) => text)
      .join(''),
  ).toBe(code)
})

test('keys and values are told apart', () => {
  expect(highlight('{"a": "b"}', 'json').filter(({ kind }) => kind !== undefined)).toEqual([
    { kind: 'key', text: '"a"' },
    { kind: 'string', text: '"b"' },
  ])
})

test('code is escaped', () => {
  expect(codeHtml('"</code><script>&', 'json')).toBe('"&lt;/code&gt;&lt;script&gt;&amp;')
})
