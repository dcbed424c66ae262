import type { JsonObject } from './json.ts'
import { schemaReference } from './references.ts'
import type { Overflow, SchemaNode } from './schema-node.ts'
import { SchemaTrees } from './schema-tree.ts'
import type { Usage } from './usage.ts'

/** Everything that the page of a schema shows. */
export interface SchemaPage {
  name: string
  node: SchemaNode
  usage: Usage
  /** What found no room. */
  overflow: Overflow[]
}

/**
 * Describes a component schema for its page.
 * @param document the bundled document
 * @param name the component's name
 * @param usage who refers to which schema
 * @param room how much the page may show, in characters; without limit by default
 */
export function schemaPage(
  document: JsonObject,
  name: string,
  usage: ReadonlyMap<string, Usage>,
  room = Infinity,
): SchemaPage {
  const trees = new SchemaTrees(document, room, name)
  const node = trees.start({ $ref: schemaReference(name) }, 'schema')
  trees.unfold()
  return { name, node, usage: usage.get(name) ?? { operations: [], schemas: [] }, overflow: trees.overflow }
}
