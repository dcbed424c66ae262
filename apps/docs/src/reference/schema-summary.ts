import type { JsonObject } from './json.ts'
import { firstSentence } from './prose.ts'
import type { Fact } from './schema-facts.ts'
import type { SchemaNode } from './schema-node.ts'
import { schemaReference } from './references.ts'
import { firstOf, partsOf } from './schema-parts.ts'

/** Component schemas by their names, each with the first sentence of what it says of itself. */
export function schemaSummaries(
  document: JsonObject,
  names: readonly string[],
): { name: string; text: string | undefined }[] {
  return names.map((name) => {
    const { parts } = partsOf(document, { $ref: schemaReference(name) })
    const description = firstOf(parts, 'description')
    return { name, text: typeof description === 'string' ? firstSentence(description) : undefined }
  })
}

/** The constraints of a schema together with its default and its examples, as one list of facts. */
export function allFacts({ facts, fallbacks, examples }: SchemaNode): Fact[] {
  const defaults = fallbacks.map((value) => ({ label: 'default', value }))
  return [...facts, ...defaults, ...examples.map((value) => ({ label: 'example', value }))]
}

/**
 * What unfolding a schema shows, such as `6 properties of ProviderCustomer`; undefined when there is nothing
 * inside.
 */
export function insideSummary(node: SchemaNode): string | undefined {
  if (node.properties.length > 0) return counted(node, node.properties.length)
  // What the keys of a dictionary are is said by its type.
  const telling = node.inside.filter(({ node: inner }) => !inner.anchor.endsWith('.~key'))
  const [only] = telling.length > 0 ? telling : node.inside
  if (only === undefined) return undefined
  if (telling.length > 1) {
    const areVariants = telling.every(({ label }) => /^(One|Any) of/.test(label))
    return areVariants ? `${String(telling.length)} variants` : telling.map(({ label }) => label).join(', ')
  }
  const inner = deepest(only.node)
  const count = inner.properties.length
  return count > 0 ? `${only.label}: ${counted(inner, count)}` : only.label
}

function counted(node: SchemaNode, count: number): string {
  const properties = `${String(count)} ${count === 1 ? 'property' : 'properties'}`
  return node.name === undefined ? properties : `${properties} of ${node.name}`
}

/** Through lists of lists, to what has properties. */
function deepest(node: SchemaNode): SchemaNode {
  const [only] = node.inside
  return node.properties.length === 0 && node.inside.length === 1 && only !== undefined
    ? deepest(only.node)
    : node
}
