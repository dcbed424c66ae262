import type { Json, JsonObject } from './json.ts'
import { operationPage } from './operation-page.ts'
import type { Overflow, SchemaNode } from './schema-node.ts'
import { schemaPage } from './schema-page.ts'
import { SchemaTrees } from './schema-tree.ts'
import type { SiteIndex } from './site-index.ts'

/** A page that goes on where another one had no room. */
export interface FurtherPage {
  /** Without slashes around it. */
  path: string
  /** The path of the page that it goes on from. */
  from: string
  /** Where on that page it belongs. */
  anchor: string
  site: Json
}

/** The path of the page that goes on at an anchor of another. */
export function furtherPath(path: string, anchor: string): string {
  return `${path}/${anchor.replaceAll('~', '-')}`
}

/**
 * The pages that large anonymous schemas need beside those of operations and components. A contract of usual size
 * has none.
 * @param index the document as a site
 * @param room how much a page may show, in characters
 */
export function furtherPages(index: SiteIndex, room: number): FurtherPage[] {
  const { document, operations, operationPaths, schemas, schemaPaths } = index
  const queue: FurtherPage[] = []
  const add = (from: string, overflow: readonly Overflow[]) => {
    for (const { anchor, site } of overflow)
      queue.push({ path: furtherPath(from, anchor), from, anchor, site })
  }
  for (const operation of operations) {
    add(operationPaths.get(operation.id) ?? '', operationPage(document, operation, room).overflow)
  }
  for (const name of schemas)
    add(schemaPaths.get(name) ?? '', schemaPage(document, name, new Map(), room).overflow)
  // The queue grows while it is walked: a further page may need further ones.
  for (const page of queue) add(page.path, furtherTree(document, page, room).overflow)
  return queue
}

/** What a further page shows. */
export function furtherTree(
  document: JsonObject,
  { site }: FurtherPage,
  room: number,
): { node: SchemaNode; overflow: Overflow[] } {
  const trees = new SchemaTrees(document, room)
  const node = trees.start(site, 'schema')
  trees.unfold()
  return { node, overflow: trees.overflow }
}
