import { mkdtempSync, readFileSync, writeFileSync, cpSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { compare, describe as say } from '../../src/completeness/compare.ts'
import { loadContract } from '../../src/reference/contract.ts'

const docs = inject('docs')
const hostile = inject('hostile')
const scratch = mkdtempSync(join(tmpdir(), 'docs-completeness-'))

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

describe.skipIf(docs === undefined)('every fact of a document is on its page', () => {
  test('the contract of this repository', () => {
    const { facts, missing } = compare(loadContract(), docs?.folder ?? '')
    expect(missing.map(say)).toEqual([])
    expect(facts).toBeGreaterThan(1000)
  })

  test('a document that uses every feature, with hostile texts, under a path', () => {
    const document: unknown = JSON.parse(readFileSync(join(hostile?.folder ?? '', 'openapi.json'), 'utf8'))
    const { facts, missing } = compare(document, hostile?.folder ?? '', hostile?.base)
    expect(missing.map(say)).toEqual([])
    expect(facts).toBeGreaterThan(500)
  })

  test.each([
    ['a limit', /max length\s*<code[^>]*>\s*30\s*<\/code>/g, 'max length 30'],
    ['a required mark', /<span class="?required"?>required<\/span>/g, 'required'],
    ['a property', /id="request-body\.zip"/g, 'zip'],
    ['a status', /id="response-415"/g, '415'],
  ])('goes red when %s is not on the page', (_, pattern, text) => {
    const folder = join(scratch, String(Math.random()))
    const file = join('reference', 'createCustomer', 'index.html')
    cpSync(
      join(docs?.folder ?? '', 'reference', 'createCustomer'),
      join(folder, 'reference', 'createCustomer'),
      { recursive: true },
    )
    const html = readFileSync(join(folder, file), 'utf8')
    const cut = html.replace(pattern, '')
    expect(cut).not.toBe(html)
    writeFileSync(join(folder, file), cut)
    const { missing } = compare(loadContract(), folder)
    const here = missing.filter(({ page }) => page.name === 'createCustomer')
    expect(here.map((fact) => fact.text)).toContain(text)
  })
})
