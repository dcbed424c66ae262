import { type Expectation, expectations } from './expected.ts'
import { type Place, readSite } from './page-reader.ts'

/** The outcome of a comparison. */
export interface Comparison {
  /** How many facts were looked for. */
  facts: number
  /** The facts that no page shows where they belong. */
  missing: Expectation[]
}

type Site = ReturnType<typeof readSite>

/**
 * Compares a document with the site made from it, as a reader without JavaScript sees it.
 * @param document the bundled document
 * @param folder the built site
 * @param base the path that the site was built for
 */
export function compare(document: unknown, folder: string, base = '/'): Comparison {
  const site = readSite(folder)
  const expected = expectations(document)
  return { facts: expected.length, missing: expected.filter((fact) => !isShown(site, fact, base)) }
}

/** One line for people. */
export function describe({ page, section, path, text, pointer }: Expectation): string {
  const place = [section, ...path].join(' > ')
  return `${page.kind} ${page.name}: "${text}" is missing at ${place} (${pointer})`
}

function isShown(site: Site, { page, section, path, text }: Expectation, base: string): boolean {
  const start = site.pages.get(`${page.kind} ${page.name}`)?.sections.get(section)
  return start !== undefined && holds(site, start, path, text, base, new Set())
}

/** Whether a place, or a page on which it goes on, leads along the path to the text. */
function holds(
  site: Site,
  place: Place,
  path: string[],
  text: string,
  base: string,
  seen: Set<Place>,
): boolean {
  if (seen.has(place)) return false
  seen.add(place)
  const [name, ...rest] = path
  const here =
    name === undefined
      ? place.text.includes(text)
      : (place.children.get(name) ?? []).some((child) => holds(site, child, rest, text, base, new Set()))
  if (here) return true
  return place.continues.some(({ href, along }) => {
    const next = site.byPath.get(href.slice(base.length).replace(/\/$/, ''))?.sections.get('schema')
    return next !== undefined && holds(site, next, [...along, ...path], text, base, seen)
  })
}
