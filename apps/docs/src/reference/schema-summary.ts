import type { SchemaNode } from './schema-node.ts'

/**
 * What unfolding a schema shows, such as `6 properties of ProviderCustomer`; undefined when there is nothing
 * inside.
 */
export function insideSummary(node: SchemaNode): string | undefined {
  if (node.properties.length > 0) return counted(node, node.properties.length)
  const [only] = node.inside
  if (only === undefined) return undefined
  if (node.inside.length > 1) {
    return node.inside.every(({ label }) => /^(One|Any) of/.test(label))
      ? `${String(node.inside.length)} variants`
      : node.inside.map(({ label }) => label.toLowerCase()).join(', ')
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
