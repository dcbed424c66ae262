import { childAnchor, stepAnchor } from './anchors.ts'
import { entries, isList, isObject, type Json, type JsonObject, textAt } from './json.ts'
import { listingBranches } from './schema-facts.ts'
import {
  discriminatorValues,
  type Elsewhere,
  type Inside,
  nodeOf,
  type Overflow,
  type PropertyNode,
  type SchemaNode,
} from './schema-node.ts'
import { firstOf, isNull, propertiesOf, requiredOf, type SchemaParts, allOf } from './schema-parts.ts'
import { keyText, plainType, unionOf } from './type-text.ts'

/** A node whose inside is still to be shown, and the named schemas that it stands in. */
interface Pending {
  node: SchemaNode
  schema: SchemaParts
  within: Within | undefined
}

/** The named schemas around a place, innermost first. */
interface Within {
  /** Several where one is composed of others. */
  names: readonly string[]
  /** The one whose page shows all of it; undefined for a composition that has no name of its own. */
  page: string | undefined
  /** The anchor of the place that they stand at. */
  anchor: string
  outer: Within | undefined
}

/**
 * Builds the trees of one page. It unfolds breadth first, so that when a page has room for a limited amount, what
 * is near the surface is shown and what is deep is a link to the page of its schema. The cost is that of what is
 * shown, whatever the size of the document.
 */
export class SchemaTrees {
  readonly #document: JsonObject
  /** What found no room and has no page of a component: it needs a page of its own. */
  readonly overflow: Overflow[] = []
  readonly #home: string | undefined
  #pending: Pending[] = []
  #room: number

  /**
   * @param document the bundled document
   * @param room how much the page may show, in characters of text; without limit by default
   * @param home the component whose page this is, if it is one
   */
  constructor(document: JsonObject, room = Infinity, home?: string) {
    this.#document = document
    this.#room = room
    this.#home = home
  }

  /**
   * Starts a tree. Its inside is there after the next call of {@link unfold}.
   * @param site the schema at its place of use
   * @param anchor the id of the place
   */
  start(site: Json | undefined, anchor: string): SchemaNode {
    return this.#node(site, anchor, undefined)
  }

  /** Unfolds all trees that were started. */
  unfold(): void {
    for (let index = 0; index < this.#pending.length; index++) {
      const pending = this.#pending[index]
      if (pending !== undefined) this.#enter(pending)
    }
    this.#pending = []
  }

  #node(site: Json | undefined, anchor: string, within: Within | undefined): SchemaNode {
    const [node, schema] = nodeOf(this.#document, site, anchor)
    this.#room -= costOf(node)
    if (!hasInside(schema.parts)) return node
    const again = schema.entered.find((name) => isWithin(within, name))
    if (again !== undefined) node.elsewhere = { reason: 'recursion', schema: again, at: '' }
    else this.#pending.push({ node, schema, within })
    return node
  }

  #enter({ node, schema, within }: Pending): void {
    if (this.#room <= 0 && node.anchor.includes('.')) {
      node.elsewhere = this.#elsewhere(node, schema, within)
      return
    }
    const inner =
      schema.entered.length === 0
        ? within
        : { names: schema.entered, page: schema.name, anchor: node.anchor, outer: within }
    node.properties = this.#properties(node, schema, inner)
    node.inside = this.#insides(node, schema, inner)
  }

  /** A component's own page, the page of the component around, or a further page of this one. */
  #elsewhere(node: SchemaNode, schema: SchemaParts, within: Within | undefined): Elsewhere {
    if (schema.name !== undefined) return { reason: 'size', schema: schema.name, at: '' }
    const around = pageAround(within)
    if (around?.page !== undefined && around.page !== this.#home) {
      return { reason: 'size', schema: around.page, at: node.anchor.slice(around.anchor.length + 1) }
    }
    this.overflow.push({ anchor: node.anchor, site: { allOf: schema.parts } })
    return { reason: 'size', schema: undefined, at: node.anchor }
  }

  #properties(node: SchemaNode, schema: SchemaParts, within: Within | undefined): PropertyNode[] {
    const required = requiredOf(schema.parts)
    return [...propertiesOf(schema.parts)].map(([property, site]) => {
      const child = this.#node(site, childAnchor(node.anchor, property), within)
      return Object.assign(child, { property, required: required.has(property) })
    })
  }

  #insides(node: SchemaNode, schema: SchemaParts, within: Within | undefined): Inside[] {
    const described = insidesOf(this.#document, schema.parts).map(([label, step, site]) => ({
      label,
      node: this.#node(site, stepAnchor(node.anchor, step), within),
    }))
    return described.filter((inside) => saysSomething(inside) || !isToldBy(node, inside))
  }
}

const unionLabels = [
  ['oneOf', 'One of'],
  ['anyOf', 'Any of'],
] as const

/** Label, step of the anchor, and schema of everything that stands inside a schema without a name. */
function insidesOf(document: JsonObject, parts: readonly JsonObject[]): [string, `~${string}`, Json][] {
  const found: [string, `~${string}`, Json][] = []
  const add = (label: string, step: `~${string}`, site: Json | undefined) => {
    if (isObject(site)) found.push([label, step, site])
  }
  const each = (keyword: string, visit: (site: Json, index: number) => void) => {
    const list = allOf(parts, keyword).find(isList)
    list?.forEach(visit)
  }
  each('prefixItems', (site, index) => {
    add(`Item ${String(index + 1)}`, `~item-${String(index)}`, site)
  })
  add('Each item', '~items', firstOf(parts, 'items'))
  add('At least one item', '~contains', firstOf(parts, 'contains'))
  add('Each key', '~key', firstOf(parts, 'propertyNames'))
  add(valuesLabel(document, parts), '~value', firstOf(parts, 'additionalProperties'))
  patternEntries(parts).forEach(([pattern, site], index) => {
    add(`Each property whose name matches ${pattern}`, `~pattern-${String(index)}`, site)
  })
  add('The JSON text inside', '~content', firstOf(parts, 'contentSchema'))
  const unions = listingBranches(document, parts) === undefined ? unionLabels : []
  for (const [keyword, label] of unions) {
    variants(parts, keyword).forEach(([site, when], index) => {
      add(`${label}: ${when}`, `~${keyword}-${String(index)}`, site)
    })
  }
  add('Must not be', '~not', firstOf(parts, 'not'))
  add('If it is', '~if', firstOf(parts, 'if'))
  add('then also', '~then', firstOf(parts, 'then'))
  add('else also', '~else', firstOf(parts, 'else'))
  dependents(parts).forEach(([name, site], index) => {
    add(`With ${name} also`, `~with-${String(index)}`, site)
  })
  add('Every further property', '~further', firstOf(parts, 'unevaluatedProperties'))
  add('Every further item', '~rest', firstOf(parts, 'unevaluatedItems'))
  return found
}

/** Beside named properties a dictionary is what holds for all others. */
function valuesLabel(document: JsonObject, parts: readonly JsonObject[]): string {
  if (propertiesOf(parts).size > 0) return 'Every further property'
  return `Each value, by ${keyText(document, parts)}`
}

function patternEntries(parts: readonly JsonObject[]): [string, Json][] {
  return allOf(parts, 'patternProperties').filter(isObject).flatMap(entries)
}

function dependents(parts: readonly JsonObject[]): [string, Json][] {
  return allOf(parts, 'dependentSchemas').filter(isObject).flatMap(entries)
}

/** The branches of a union that are worth a look, each with what selects it. */
function variants(parts: readonly JsonObject[], keyword: 'oneOf' | 'anyOf'): [Json, string][] {
  const selects = discriminatorValues(parts)
  const property = textAt(firstOf(parts, 'discriminator'), 'propertyName')
  const branches = unionOf(parts, keyword).filter((branch) => !isNull(branch))
  return branches.map((branch, index) => {
    const reference = (textAt(branch, '$ref') ?? '').split('/').at(-1) ?? ''
    const value = selects.get(reference) ?? (property === undefined ? undefined : reference)
    const title = textAt(branch, 'title') ?? (reference || `variant ${String(index + 1)}`)
    const when = value === undefined || value === '' ? title : `${title}, when ${property ?? ''} is ${value}`
    return [branch, when]
  })
}

const structure = [
  'properties',
  'items',
  'prefixItems',
  'contains',
  'propertyNames',
  'additionalProperties',
  'patternProperties',
  'contentSchema',
  'oneOf',
  'anyOf',
  'not',
  'if',
  'dependentSchemas',
  'unevaluatedProperties',
  'unevaluatedItems',
]

function hasInside(parts: readonly JsonObject[]): boolean {
  return structure.some((keyword) => typeof (firstOf(parts, keyword) ?? false) === 'object')
}

/** Whether an unnamed node tells more than the type of the schema that it stands in. */
function saysSomething({ node }: Inside): boolean {
  const { facts, known, description, fallbacks, marks, examples } = node
  const marked = Object.values(marks).some((mark) => mark !== undefined && mark !== false)
  const told = description !== undefined || known !== undefined
  const isCondition = /\.~(not|if|then|else|with-\d+)$/.test(node.anchor)
  const lists = [facts, fallbacks, examples]
  return isCondition || told || marked || lists.some((list) => list.length > 0) || hasContent(node)
}

/**
 * Whether the type of a schema says all that a plain node inside it does: `array of string` tells the items, but
 * `object` does not tell what further properties are, nor `one of 9 shapes` which.
 */
function isToldBy(around: SchemaNode, { node }: Inside): boolean {
  if (plainType(node.type) === 'any') return true
  const step = node.anchor.slice(node.anchor.lastIndexOf('.') + 1)
  if (/^~(contains|content|further|rest|pattern-\d+)$/.test(step)) return false
  if (step === '~value') return around.properties.length === 0
  return !/^~(oneOf|anyOf)-/.test(step) || !plainType(around.type).includes(' shapes')
}

function hasContent(node: SchemaNode): boolean {
  const structured = /object|array|map|never|shapes/.test(plainType(node.type))
  return structured || node.name !== undefined || node.elsewhere !== undefined || node.properties.length > 0
}

/** The innermost schema around a place that has a page of its own. */
function pageAround(within: Within | undefined): Within | undefined {
  for (let at = within; at !== undefined; at = at.outer) if (at.page !== undefined) return at
  return undefined
}

function isWithin(within: Within | undefined, name: string): boolean {
  for (let at = within; at !== undefined; at = at.outer) if (at.names.includes(name)) return true
  return false
}

/** About how many characters of HTML a node takes. */
function costOf(node: SchemaNode): number {
  const texts = [node.description, node.marks.inferred, ...node.fallbacks, ...node.examples]
  const length = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
  const values = node.known?.values.reduce((sum, value) => sum + value.length + 16, 0) ?? 0
  return 330 + 2 * node.anchor.length + length + values + 60 * node.facts.length
}
