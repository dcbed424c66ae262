import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { compare, describe as say } from '../../src/completeness/compare.ts'
import { htmlFiles } from '../../src/build/html-files.ts'
import { readLinks } from '../support/links.ts'
import { vastOperations } from '../support/vast.ts'

const site = inject('vast')
const { folder } = site ?? { folder: '' }
const links = (page: string) => readLinks(readFileSync(join(folder, page, 'index.html'), 'utf8')).links

describe.skipIf(site === undefined)('a contract that is far too large for one page', () => {
  test('has no page above 100 kB of HTML', () => {
    const sizes = htmlFiles(folder).map((name): [string, number] => [name, statSync(join(folder, name)).size])
    expect(sizes.filter(([, size]) => size > 100_000)).toEqual([])
    expect(sizes.length).toBeGreaterThan(vastOperations)
  })

  test('shows every fact, on the page or on one that it links to', () => {
    const document: unknown = JSON.parse(readFileSync(join(folder, 'openapi.json'), 'utf8'))
    const { facts, missing } = compare(document, folder)
    expect(missing.map(say)).toEqual([])
    expect(facts).toBeGreaterThan(3_000)
  })

  test('needs further pages, and each leads back to where it belongs', () => {
    const further = links('reference/large').filter((link) =>
      link.startsWith('/reference/large/request-body'),
    )
    expect(further.length).toBeGreaterThan(0)
    for (const path of further) {
      const back = links(path).find((link) => link.startsWith('/reference/large/#'))
      const { ids } = readLinks(readFileSync(join(folder, 'reference/large/index.html'), 'utf8'))
      expect(ids).toContain(back?.split('#')[1])
    }
  })

  test('lists on a page only what is near it', () => {
    const operations = links('reference/thing100').filter((link) => /^\/reference\/[^/]+\/$/.test(link))
    expect(operations).toContain('/reference/thing99/')
    expect(new Set(operations).size).toBeLessThan(vastOperations / 4)
    const all = new Set(links('tags/Things').filter((link) => link.startsWith('/reference/')))
    expect(all.size).toBeGreaterThanOrEqual(vastOperations)
  })

  test('keeps long examples in files of their own', () => {
    const file = links('reference/large').find((link) => link.startsWith('/examples/'))
    expect(file).toBeDefined()
    expect(JSON.parse(readFileSync(join(folder, file ?? ''), 'utf8'))).toHaveLength(400)
  })
})
