import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { readLinks } from '../support/links.ts'
import { pagePaths } from '../support/pages.ts'

const sites = { docs: inject('docs'), hostile: inject('hostile') }

for (const [name, site] of Object.entries(sites)) {
  describe.skipIf(site === undefined)(`links of ${name}`, () => {
    const { folder, base } = site ?? { folder: '', base: '/' }
    const pages = new Map(
      (site === undefined ? [] : pagePaths(folder)).map((path) => [
        path,
        readLinks(
          readFileSync(join(folder, path.endsWith('.html') ? path : join(path, 'index.html')), 'utf8'),
        ),
      ]),
    )

    test('lead to a page or a file, and to an id that is there', () => {
      const broken = [...pages].flatMap(([from, { links }]) =>
        links.filter((link) => !leadsSomewhere(from, link)).map((link) => `${from}: ${link}`),
      )
      expect(broken).toEqual([])
      expect(pages.size).toBeGreaterThan(10)
    })

    test('ids are there once', () => {
      const twice = [...pages].flatMap(([from, { ids }]) =>
        ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${from}: ${id}`),
      )
      expect(twice).toEqual([])
    })

    test('addresses of the catalogue and of pages are stable names', () => {
      const errors = pages.get('errors/')
      expect(errors?.ids).toContain('404')
    })

    function leadsSomewhere(from: string, link: string): boolean {
      const url = new URL(link, `http://site${base}${from}`)
      if (url.host !== 'site') return /^(https?|mailto):$/.test(url.protocol)
      if (!url.pathname.startsWith(base)) return false
      const path = decodeURIComponent(url.pathname.slice(base.length))
      const page = pages.get(path)
      if (page === undefined) return path !== '' && !path.endsWith('/') && existsSync(join(folder, path))
      const id = url.hash.slice(1)
      return id === '' || page.ids.includes(id) || page.ids.includes(decodeURIComponent(id))
    }
  })
}
