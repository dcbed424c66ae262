import { inlineProse, prose } from '../reference/prose.ts'
import type { Fact, KnownValues } from '../reference/schema-facts.ts'
import { type Markup, markup, type Part, safe } from './markup.ts'

/** Up to so many values stand on the page at once; more are folded. */
const fewValues = 12

/** A description. */
export function proseMarkup(text: string | undefined): Markup | undefined {
  if (text === undefined || text === '') return undefined
  const said = prose(text)
  const isOneParagraph = said.startsWith('<p>') && said.indexOf('</p>') === said.length - '</p>'.length
  return isOneParagraph
    ? safe(`<p class=prose${said.slice('<p'.length)}`)
    : markup`<div class=prose>${safe(said)}</div>`
}

/** Why something is our reading rather than a documented fact. */
export function inferredMarkup(reason: string | undefined): Markup | undefined {
  return reason === undefined || reason === ''
    ? undefined
    : markup`<p class=inferred><b>Inferred.</b> <span>${safe(inlineProse(reason))}</span></p>`
}

/** Constraints, each with its name. */
export function factsMarkup(facts: readonly Fact[]): Markup | undefined {
  if (facts.length === 0) return undefined
  return markup`<ul class=facts>${facts.map(({ label, value }) => markup`<li>${label} <code>${value}</code></li>`)}</ul>`
}

/** The values that a schema lists. */
export function knownMarkup(known: KnownValues | undefined): Markup | undefined {
  if (known === undefined) return undefined
  const label = known.open ? 'Known values, others are possible' : 'One of'
  const { values } = known
  return values.length <= fewValues
    ? markup`<p class=values><span>${label}</span> ${apart(values)}</p>`
    : markup`<details class=values><summary>${label}: ${values.length} values</summary><p>${together(values)}</p></details>`
}

function apart(values: readonly string[]): Part {
  return values.map((value) => markup`<code>${value}</code> `)
}

/** Many short words, such as the codes of all countries, are one piece of code with spaces between them. */
function together(values: readonly string[]): Part {
  return values.some((value) => /\s/.test(value) || value === '')
    ? apart(values)
    : markup`<code class=many>${values.join(' ')}</code>`
}
