import type { Links } from '../markup/schema.ts'
import { loadContract } from '../reference/contract.ts'
import { furtherPath } from '../reference/further-pages.ts'
import { isVast, roomFor } from '../reference/page-room.ts'
import type { SchemaNode } from '../reference/schema-node.ts'
import { indexSite, type SiteIndex } from '../reference/site-index.ts'
import { type Usage, usageOf } from '../reference/usage.ts'
import { href, pathOf } from './urls.ts'

let index: SiteIndex | undefined
let usage: Map<string, Usage> | undefined
let titles: Map<string, string> | undefined

/** The document that the site is made from, read once per build. */
export function site(): SiteIndex {
  index ??= indexSite(loadContract())
  return index
}

/** Who refers to which schema, found once per build. */
export function schemaUsage(): Map<string, Usage> {
  usage ??= usageOf(site().document, site().operations)
  return usage
}

/** The address of an operation's page; of the list of all when there is no such operation. */
export function operationHref(id: string): string {
  return href(site().operationPaths.get(id) ?? 'reference')
}

/** What the operation of an id is called. */
export function operationTitle(id: string): string {
  titles ??= new Map(site().operations.map((operation) => [operation.id, operation.summary]))
  return titles.get(id) ?? id
}

/** The address of a schema's page; of the list of all when there is no such schema. */
export function schemaHref(name: string): string {
  return href(site().schemaPaths.get(name) ?? 'schemas')
}

/** How much of schemas a page shows before what is deeper becomes a link. */
export const pageRoom = roomFor(site())

/** Whether the document is so large that pages list and search less. */
export const vast = isVast(site())

/**
 * The mark that keeps search out of what stands inside a node. In a vast document search finds the properties of a
 * named schema on the page of that schema, and not again on each of the pages that unfold it.
 */
export function searchMark({ name }: Pick<SchemaNode, 'name'>): 'all' | undefined {
  return vast && name !== undefined ? 'all' : undefined
}

/** Where the schemas on a page lead to. */
export function linksFrom({ pathname }: URL): Links {
  const here = pathOf(pathname)
  return {
    schema: schemaHref,
    further: (anchor) => href(furtherPath(here, anchor)),
    unsearched: (node) => searchMark(node) !== undefined,
  }
}
