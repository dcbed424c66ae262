import { expect, test } from 'vitest'
import { markup, safe } from './markup.ts'

test('text is escaped, in an element and in an attribute', () => {
  const evil = `"><script>alert('1')</script>&amp;`
  expect(String(markup`<a title="${evil}">${evil}</a>`)).toBe(
    `<a title="&quot;&gt;&lt;script&gt;alert('1')&lt;/script&gt;&amp;amp;">` +
      `&quot;&gt;&lt;script&gt;alert('1')&lt;/script&gt;&amp;amp;</a>`,
  )
})

test('markup stays, lists are put together, nothing is nothing', () => {
  const items = ['a', '<b>'].map((text) => markup`<li>${text}</li>`)
  expect(String(markup`<ul>${items}</ul>${undefined}${false}${0}`)).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li></ul>0',
  )
  expect(String(markup`${safe('<p>said</p>')}`)).toBe('<p>said</p>')
})
