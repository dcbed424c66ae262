import { expect, test } from 'vitest'
import { hashOf, headerPolicy, inlineScripts, originsOf, policy, withPolicy } from './policy.ts'

const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>${body}</body></html>`
const shell = 'console.log(1)'
const trusted = new Set([hashOf(shell)])

test('forbids everything but what pages need', () => {
  const text = policy({ scripts: [hashOf(shell)], servers: ['https://api.example'] })
  expect(text).toMatch(/^default-src 'none';/)
  expect(text).toContain("connect-src 'self' https://api.example http://localhost:* http://127.0.0.1:*")
  expect(text.match(/script-src[^;]*/)?.[0]).not.toMatch(/unsafe-inline|'unsafe-eval'/)
  expect(headerPolicy({ scripts: [], servers: [] })).toContain("frame-ancestors 'none'")
})

test('goes into a page with the hashes of its scripts', () => {
  const html = withPolicy(page(`<script>${shell}</script><script src="/a.js"></script>`), trusted, [])
  expect(html).toContain(`<meta charset="utf-8"><meta http-equiv="content-security-policy"`)
  expect(html).toContain(hashOf(shell))
})

test('stops the build at a script that is not of the shell', () => {
  expect(() => withPolicy(page('<script>evil()</script>'), trusted, [])).toThrow(/evil\(\)/)
  expect(() => withPolicy(page(`<p title="<script>"></p><script>evil()</script>`), trusted, [])).toThrow(
    /evil\(\)/,
  )
})

test('data and text that looks like a script are none', () => {
  expect(inlineScripts(page('<p title="<script>evil()</script>"></p>'))).toEqual([])
  expect(inlineScripts(page('<script type="application/json">{"a":1}</script>'))).toEqual([])
})

test('only servers with a fixed origin are allowed', () => {
  expect(originsOf(['https://api.example/v1', 'https://{region}.example', '/relative', 'ftp://x'])).toEqual([
    'https://api.example',
  ])
})
