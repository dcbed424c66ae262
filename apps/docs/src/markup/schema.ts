import type { ParameterView } from '../reference/operation-page.ts'
import {
  type Elsewhere,
  type Inside,
  type Marks,
  type PropertyNode,
  type SchemaNode,
  wayTo,
} from '../reference/schema-node.ts'
import { allFacts, insideSummary } from '../reference/schema-summary.ts'
import type { TypePiece } from '../reference/type-text.ts'
import { type Markup, markup, type Part } from './markup.ts'
import { factsMarkup, inferredMarkup, knownMarkup, proseMarkup } from './remarks.ts'

/** Where a page's schemas lead to. */
export interface Links {
  /** The address of a schema's page. */
  schema: (name: string) => string
  /** The address of the page that goes on at an anchor of the present one. */
  further: (anchor: string) => string
  /** Whether search leaves out what stands inside a node, because it finds it on another page. */
  unsearched: (node: Pick<SchemaNode, 'name'>) => boolean
}

/** A schema at the root of a body or of its own page. */
export function rootMarkup(node: SchemaNode, links: Links, isPage = false): Markup {
  // On the schema's own page its name already stands above.
  const type = isPage && node.properties.length > 0 ? [{ text: 'object' }] : node.type
  return markup`<div class=root>${signature([typeMarkup(type, links), marksMarkup(node.marks)])}${told(node)}${goesOn(node, links)}${children(node, links)}</div>`
}

/** A parameter, or a header of an answer. */
export function parameterMarkup({ parameter, anchor, node }: ParameterView, links: Links): Markup {
  const { name, required, deprecated, notation } = parameter
  return markup`<li>${signature([
    nameMarkup('name', anchor, name),
    typeMarkup(node.type, links),
    required && requiredMark,
    deprecated && !node.marks.deprecated && deprecatedMark,
    notation !== undefined && markup`<span class=mark>${notation}</span>`,
    marksMarkup(node.marks),
  ])}${told(node)}${goesOn(node, links)}${folded(node, links)}</li>`
}

const requiredMark = markup`<span class=required>required</span>`
const deprecatedMark = markup`<span class="mark deprecated">deprecated</span>`
const readOnlyMark = markup`<span class=mark>read only</span>`
const writeOnlyMark = markup`<span class=mark>write only</span>`

function propertyMarkup(node: PropertyNode, links: Links): Markup {
  return markup`<li>${signature([
    nameMarkup('name', node.anchor, node.property),
    typeMarkup(node.type, links),
    node.required && requiredMark,
    marksMarkup(node.marks),
  ])}${told(node)}${goesOn(node, links)}${folded(node, links)}</li>`
}

function insideMarkup({ label, node }: Inside, links: Links): Markup {
  return markup`<div class=variant${unsearched(node, links)}>${signature([
    nameMarkup('step', node.anchor, label),
    typeMarkup(node.type, links),
    marksMarkup(node.marks),
  ])}${told(node)}${goesOn(node, links)}${children(node, links)}</div>`
}

/** What is inside a schema. */
function children(node: SchemaNode, links: Links): Part {
  return [
    node.properties.length > 0 &&
      markup`<ul class=props>${node.properties.map((property) => propertyMarkup(property, links))}</ul>`,
    node.inside.map((inside) => insideMarkup(inside, links)),
  ]
}

function folded(node: SchemaNode, links: Links): Part {
  const summary = insideSummary(node)
  return (
    summary !== undefined &&
    markup`<details class=inside${unsearched(node, links)}><summary>${summary}</summary>${children(node, links)}</details>`
  )
}

/** What a schema says of itself beside its type. */
function told(node: SchemaNode): Part {
  const { known, marks, description } = node
  return [
    proseMarkup(description),
    factsMarkup(allFacts(node)),
    knownMarkup(known),
    marks.unbounded !== undefined && markup`<p class=note>No stated limit. ${marks.unbounded}</p>`,
    inferredMarkup(marks.inferred),
  ]
}

function signature(parts: readonly Part[]): Markup {
  return markup`<p class=sig>${parts}</p>`
}

/** The name of a place, which is its own link. */
function nameMarkup(kind: 'name' | 'step', anchor: string, name: string): Markup {
  return markup`<a class=${kind} id="${anchor}" href="#${anchor}">${name}</a>`
}

function typeMarkup(type: readonly TypePiece[], links: Links): Markup {
  const pieces = type.map(({ text, schema }) =>
    schema === undefined ? text : markup`<a href="${links.schema(schema)}">${text}</a>`,
  )
  return markup`<span class=type>${pieces}</span>`
}

function marksMarkup({ deprecated, readOnly, writeOnly, sensitive }: Marks): Part {
  return [
    deprecated && deprecatedMark,
    readOnly && readOnlyMark,
    writeOnly && writeOnlyMark,
    sensitive !== undefined && markup`<span class="mark sensitive">sensitive: ${sensitive}</span>`,
  ]
}

/** Where to read on, when what is inside is not shown here. */
function goesOn({ elsewhere }: SchemaNode, links: Links): Part {
  return elsewhere !== undefined && elsewhereMarkup(elsewhere, links)
}

function elsewhereMarkup(elsewhere: Elsewhere, links: Links): Markup {
  const { reason, schema, at } = elsewhere
  const to = schema === undefined ? links.further(at) : links.schema(schema)
  const along = schema === undefined ? '' : at
  const way = wayTo(elsewhere)
  const words = reason === 'recursion' ? 'The same again: ' : 'Goes on at '
  return markup`<p class=elsewhere>${words}<a href="${to}" data-continues="${along}">${schema ?? 'a page of its own'}</a>${way !== '' && `, ${way}`}</p>`
}

function unsearched(node: SchemaNode, links: Links): Part {
  return links.unsearched(node) && markup` data-pagefind-ignore=all`
}
