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

/** What makes a place a better answer. A place that is called what the reader typed is the best there is. */
const worth = { called: 100, phrase: 10, title: 5, oneWord: 3, mention: 0.01, step: -0.001 }

/**
 * The places on a page where the words stand, best first, with the way to each.
 * @param page a result of the search index
 * @param query what the reader typed
 */
export function hitsOf(page: PageResult, query: string): PageHits {
  const found = new Map<PageAnchor, number[]>()
  for (const location of page.locations) {
    const anchor = lastBefore(page.anchors, location)
    if (anchor === undefined || anchor.id === '_top') continue
    found.set(anchor, [...(found.get(anchor) ?? []), location])
  }
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const hits = [...found]
    .map(([anchor, locations]) => hitAt(page, anchor, locations, words))
    .sort((left, right) => right.score - left.score)
    .slice(0, mostHits)
  return { url: page.url, title: page.meta.title ?? page.url, excerpt: page.excerpt, hits }
}

/** Pages with a clearly better place come first; otherwise the order of the index stays. */
export function ranked(pages: PageHits[]): PageHits[] {
  const best = ({ hits }: PageHits) => Math.floor((hits[0]?.score ?? 0) / worth.title)
  return [...pages].sort((left, right) => best(right) - best(left))
}

function hitAt(page: PageResult, anchor: PageAnchor, locations: number[], words: string[]): Hit {
  const place = anchor.id.includes('.') ? placeOf(anchor.id) : []
  const name = anchor.text.toLowerCase()
  const query = words.join(' ')
  const isCalled = name === query
  const score =
    (isCalled ? worth.called : 0) +
    (words.length > 1 ? (worth.phrase * longestRun(locations, words.length)) / words.length : 0) +
    (words.length > 1 && name.includes(query) ? worth.title : 0) +
    (!isCalled && words.includes(name) ? worth.oneWord : 0) +
    worth.mention * Math.min(locations.length, 50) +
    worth.step * place.length
  return { url: `${page.url}#${anchor.id}`, text: anchor.text, place, score }
}

/** How many of the words stand side by side, at most. */
function longestRun(locations: readonly number[], most: number): number {
  let longest = 0
  let run = 0
  for (const [index, location] of locations.entries()) {
    run = location === (locations[index - 1] ?? NaN) + 1 ? run + 1 : 1
    longest = Math.max(longest, run)
  }
  return Math.min(longest, most)
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
