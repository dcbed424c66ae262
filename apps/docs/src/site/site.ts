import { loadContract } from '../reference/contract.ts'
import { roomFor } from '../reference/page-room.ts'
import { indexSite, type SiteIndex } from '../reference/site-index.ts'
import { type Usage, usageOf } from '../reference/usage.ts'
import { href } from './urls.ts'

let index: SiteIndex | undefined
let usage: Map<string, Usage> | undefined

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

/** The address of a schema's page; of the list of all when there is no such schema. */
export function schemaHref(name: string): string {
  return href(site().schemaPaths.get(name) ?? 'schemas')
}

/** How much of schemas a page shows before what is deeper becomes a link. */
export const pageRoom = roomFor(site())
