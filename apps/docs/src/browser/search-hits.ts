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
  /** All words of the page, in the order in which they are numbered. */
  content: string
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
const worth = { called: 100, phrase: 10, section: 5, title: 5, oneWord: 3, mention: 0.01, step: -0.001 }

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
  const words = wordsOf(query).filter(Boolean)
  const said = wordsOf(page.content)
  const hits = [...found]
    .map(([anchor, locations]) => hitAt(page, anchor, locations, words, said))
    .sort((left, right) => right.score - left.score)
    .slice(0, mostHits)
  return { url: page.url, title: page.meta.title ?? page.url, excerpt: page.excerpt, hits }
}

/** Pages with a clearly better place come first; otherwise the order of the index stays. */
export function ranked(pages: PageHits[]): PageHits[] {
  const best = ({ hits }: PageHits) => Math.floor((hits[0]?.score ?? 0) / worth.title)
  return [...pages].sort((left, right) => best(right) - best(left))
}

function hitAt(
  page: PageResult,
  anchor: PageAnchor,
  locations: number[],
  words: string[],
  said: string[],
): Hit {
  const place = anchor.id.includes('.') ? placeOf(anchor.id) : []
  const name = wordsOf(anchor.text).join(' ')
  const query = words.join(' ')
  const isCalled = name === query
  const run = words.length > 1 ? longestRun(said, locations, words) : 0
  // A section about the phrase, such as a case of the catalogue, is more than a property whose example has it.
  const isSection = run === words.length && place.length === 0
  const score =
    (isCalled ? worth.called : 0) +
    (worth.phrase * run) / words.length +
    (isSection ? worth.section : 0) +
    (words.length > 1 && name.includes(query) ? worth.title : 0) +
    (!isCalled && words.includes(name) ? worth.oneWord : 0) +
    worth.mention * Math.min(locations.length, 50) +
    worth.step * place.length
  return { url: `${page.url}#${anchor.id}`, text: anchor.text, place, score }
}

/** How many of the words the page says one after the other, at most. */
function longestRun(said: readonly string[], locations: readonly number[], words: readonly string[]): number {
  let longest = 0
  for (const location of locations) {
    for (const start of words.keys()) {
      let run = 0
      while (start + run < words.length && said[location + run] === words[start + run]) run += 1
      longest = Math.max(longest, run)
    }
  }
  return longest
}

/** A text as words that can be compared: without case, and without what is neither a letter nor a digit. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
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
