import { placeOf } from './anchors.ts'
import { isObject, type Json, type JsonObject, own } from './json.ts'
import {
  examplesOf,
  type Fact,
  factsOf,
  type KnownValues,
  knownValuesOf,
  listingBranches,
} from './schema-facts.ts'
import { remember } from './remember.ts'
import { allOf, firstOf, partsOf, type SchemaParts } from './schema-parts.ts'
import { type TypePiece, typeText, widerTypes } from './type-text.ts'

/** One schema at one place, as a page shows it. */
export interface SchemaNode {
  /** The id of the place on the page. */
  anchor: string
  type: TypePiece[]
  /** The component that stands here, if it has a name. */
  name: string | undefined
  description: string | undefined
  facts: Fact[]
  known: KnownValues | undefined
  /** The value that holds when none is sent, as JSON; several where branches of a union say different ones. */
  fallbacks: string[]
  examples: string[]
  marks: Marks
  /** The named properties. */
  properties: PropertyNode[]
  /** What stands inside without a name of its own: items, values of a dictionary, JSON in a string, variants. */
  inside: Inside[]
  /** Where to read on, when what is inside is not shown here. */
  elsewhere: Elsewhere | undefined
}

/** What is said of a schema beside its shape. */
export interface Marks {
  deprecated: boolean
  readOnly: boolean
  writeOnly: boolean
  /** Why the value must not be shown to others: `personal` or `credential`. */
  sensitive: string | undefined
  /** Why this is our reading rather than a documented fact. */
  inferred: string | undefined
  /** Why a text has no limit. */
  unbounded: string | undefined
}

/** A schema that stands under a property's name. */
export interface PropertyNode extends SchemaNode {
  property: string
  required: boolean
}

/** A schema that stands inside another without a property's name. */
export interface Inside {
  label: string
  node: SchemaNode
}

/** Why the inside of a schema is not shown, and where it is. */
export interface Elsewhere {
  reason: 'recursion' | 'size'
  /** The component whose page shows it; undefined when a further page of the present one does. */
  schema: string | undefined
  /** Where on that page it is, as an anchor without the page's own beginning; empty for the whole. */
  at: string
}

/** The way to what is shown elsewhere, on the page of its component; empty for the whole page. */
export function wayTo({ schema, at }: Elsewhere): string {
  return at === '' || schema === undefined ? '' : placeOf(`at.${at}`).slice(1).join(' › ')
}

/** A part of a page that found no room on it and has a page of its own. */
export interface Overflow {
  /** Where on the page it belongs. */
  anchor: string
  site: Json
}

/**
 * What can be said of a schema at a place without going inside it.
 * @param document the bundled document
 * @param site the schema at its place of use
 * @param anchor the id of the place
 */
export function nodeOf(
  document: JsonObject,
  site: Json | undefined,
  anchor: string,
): [SchemaNode, SchemaParts] {
  return [
    { anchor, ...describe(document, site), properties: [], inside: [], elsewhere: undefined },
    partsOf(document, site),
  ]
}

/** What a schema says of itself, wherever it stands. */
const describe = remember((document: JsonObject, site: Json | undefined) => {
  const schema = partsOf(document, site)
  const { parts, name } = schema
  const branches = listingBranches(document, parts)
  const all = [...parts, ...(branches?.flat() ?? [])]
  const wider = widerTypes(schema)
  return {
    type: typeText(document, site),
    name,
    description: text(firstOf(parts, 'description')) ?? text(firstOf(parts, 'title')),
    facts: [...factsOf(all), ...wider.map(alsoSaid), ...discriminatorFacts(parts)],
    known: knownValuesOf(parts, branches),
    fallbacks: allOf(all, 'default').map((value) => JSON.stringify(value)),
    examples: examplesOf(parts),
    marks: marksOf(parts),
  }
})

function marksOf(parts: readonly JsonObject[]): Marks {
  const any = (keyword: string) => parts.some((part) => own(part, keyword) === true)
  return {
    deprecated: any('deprecated'),
    readOnly: any('readOnly'),
    writeOnly: any('writeOnly'),
    sensitive: text(firstOf(parts, 'x-sensitive')),
    inferred: text(firstOf(parts, 'x-inferred')),
    unbounded: text(firstOf(parts, 'x-unbounded')),
  }
}

/** A type that a part names and that does not hold: another part leaves less of it. */
function alsoSaid(value: string): Fact {
  return { label: 'also said to be', value }
}

function discriminatorFacts(parts: readonly JsonObject[]): Fact[] {
  return allOf(parts, 'discriminator')
    .map((discriminator) => text(own(discriminator, 'propertyName')))
    .filter((name) => name !== undefined)
    .map((value) => ({ label: 'told apart by', value }))
}

/** For each branch of a union, the value of the discriminator that selects it. */
export function discriminatorValues(parts: readonly JsonObject[]): Map<string, string> {
  const mapping = own(firstOf(parts, 'discriminator'), 'mapping')
  if (!isObject(mapping)) return new Map()
  return new Map(
    Object.entries(mapping).map(([value, target]) => [(text(target) ?? '').split('/').at(-1) ?? '', value]),
  )
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
