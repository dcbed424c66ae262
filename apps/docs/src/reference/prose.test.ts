import { expect, test } from 'vitest'
import { payload } from '../../test/support/hostile.ts'
import { firstSentence, inlineProse, prose } from './prose.ts'

test('renders Markdown', () => {
  expect(prose('A `code`, *soft*.\n\n- one')).toBe(
    '<p>A <code>code</code>, <em>soft</em>.</p>\n<ul>\n<li>one</li>\n</ul>',
  )
})

test.each([prose, inlineProse])('HTML, images and odd links stay text', (render) => {
  const html = render(payload)
  expect(html).not.toMatch(/<(script|img|svg|iframe|style|base)/)
  expect(html).not.toMatch(/href="(?!https?:|mailto:)/)
})

test('a heading is no heading of the page', () => {
  expect(prose('# Big')).toBe('<p class="said"><strong>Big</strong></p>')
})

test('links to the web stay, and tell nobody where they come from', () => {
  expect(prose('[a](https://a.example)')).toContain('rel="noopener noreferrer nofollow"')
  expect(prose('[a](relative)')).not.toContain('<a')
})

test('the first sentence is plain', () => {
  expect(firstSentence('A `b` [c](https://d.example)\nd.\n\nMore.')).toBe('A b c d.')
})
