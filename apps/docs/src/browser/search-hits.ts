import { placeOf } from '../reference/anchors.ts'

/** An element with an id on an indexed page, in the order of the page. */
export interface PageAnchor {
  element: string
  id: string
  text: string
  /** The number of the word at which the element begins. */
  location: number
}

/** What the search index knows of one page that has the words. */
export interface PageResult {
  url: string
  meta: { title?: string }
  anchors: PageAnchor[]
  /** The numbers of the words that were found. */
  locations: number[]
  /** The text around the best match, with `<mark>` around the words; all else is escaped. */
  excerpt: string
}

/** One line of the results: a page, or a place on it. */
export interface Hit {
  url: string
  /** What was found: a property, a heading. */
  text: string
  /** Where it is on the page, outermost first; empty for the page itself. */
  place: string[]
  score: number
}

/** The hits of one page, best first. */
export interface PageHits {
  url: string
  title: string
  excerpt: string
  hits: Hit[]
}

const mostHits = 5

/**
 * The places on a page where the words stand, with the way to each.
 * @param page a result of the search index
 * @param query what the reader typed
 */
export function hitsOf(page: PageResult, query: string): PageHits {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = new Map<string, Hit>()
  for (const location of page.locations) {
    const anchor = lastBefore(page.anchors, location)
    if (anchor === undefined || anchor.id === '_top') continue
    const hit = found.get(anchor.id) ?? hitAt(page, anchor, words)
    hit.score += 1
    found.set(anchor.id, hit)
  }
  const hits = [...found.values()].sort((left, right) => right.score - left.score).slice(0, mostHits)
  return { url: page.url, title: page.meta.title ?? page.url, excerpt: page.excerpt, hits }
}

/** Pages where a place is called what the reader typed come first; otherwise the order of the index stays. */
export function ranked(pages: PageHits[]): PageHits[] {
  const best = (page: PageHits) => ((page.hits[0]?.score ?? 0) > named / 2 ? 1 : 0)
  return [...pages].sort((left, right) => best(right) - best(left))
}

/** More than any number of mentions: the place itself is called so. */
const named = 1000

function hitAt(page: PageResult, anchor: PageAnchor, words: string[]): Hit {
  const name = anchor.text.toLowerCase()
  const isNamed = words.includes(name) || words.join(' ') === name
  const place = anchor.id.includes('.') ? placeOf(anchor.id) : []
  return {
    url: `${page.url}#${anchor.id}`,
    text: anchor.text,
    place,
    score: (isNamed ? named : 0) - place.length,
  }
}

/** The last anchor that begins at a word or before it. Anchors are in the order of the page. */
function lastBefore(anchors: readonly PageAnchor[], location: number): PageAnchor | undefined {
  let low = 0
  let high = anchors.length
  while (low < high) {
    const middle = (low + high) >> 1
    const anchor = anchors[middle]
    if (anchor !== undefined && anchor.location <= location) low = middle + 1
    else high = middle
  }
  return anchors[low - 1]
}
