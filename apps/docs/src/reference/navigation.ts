import type { Operation } from './operations/index.ts'
import type { SiteIndex, Tag } from './site-index.ts'

/** A guide, for lists of guides. */
export interface GuideLink {
  path: string
  label: string
  description: string | undefined
}

/** One part of the navigation. */
export interface NavSection {
  label: string
  /** Where the heading leads, if anywhere. */
  path?: string
  items: NavItem[]
}

/** One link of the navigation. */
export interface NavItem {
  label: string
  path: string
  method?: string
  deprecated?: boolean
  current: boolean
}

/** Up to this many operations or schemas, every page lists all of them; above, only those near the page. */
const mostItems = 60

/** So many operations of a large tag are listed around that of the page. */
const nearby = 30

/**
 * The navigation of one page. On a large document it is scoped: every tag is a link, and only the tag of the page
 * is unfolded, so a page does not carry the whole API.
 * @param index the document as a site
 * @param guides the guides in their order
 * @param path the path of the page, without slashes around it
 */
export function navigation(index: SiteIndex, guides: readonly GuideLink[], path: string): NavSection[] {
  const link = (label: string, to: string): NavItem => ({ label, path: to, current: to === path })
  const sections = [
    { label: 'Guides', items: guides.map((guide) => link(guide.label, guide.path)) },
    ...referenceSections(index, path),
    { label: 'Schemas', path: 'schemas', items: schemaItems(index, path) },
    { label: 'More', items: [link('Error catalogue', 'errors'), link('Changelog', 'changelog')] },
  ]
  return sections.filter(({ items, ...section }) => items.length > 0 || 'path' in section)
}

function referenceSections(index: SiteIndex, path: string): NavSection[] {
  const section = (tag: Tag): NavSection => ({
    label: tag.name,
    path: index.tagPaths.get(tag.name) ?? 'reference',
    items: tagItems(index, tag, path),
  })
  if (index.operations.length <= mostItems) return index.tags.map(section)
  const here = index.tagsByPath.get(path)
  const others = index.tags.map((tag) => {
    const to = index.tagPaths.get(tag.name) ?? 'reference'
    return { label: tag.name, path: to, current: to === path }
  })
  const all = { label: 'Reference', path: 'reference', items: others }
  return here === undefined ? [all] : [section(here), all]
}

/** The operations of a tag; of a large one those next to the page, and a link to them all. */
function tagItems(index: SiteIndex, tag: Tag, path: string): NavItem[] {
  const items = tag.operations.map((operation) => operationItem(index, operation, path))
  if (items.length <= mostItems) return items
  const at = items.findIndex(({ current }) => current)
  const start = Math.min(Math.max(0, at - nearby / 2), items.length - nearby)
  const to = index.tagPaths.get(tag.name) ?? 'reference'
  const all = { label: `All ${String(items.length)} operations`, path: to, current: to === path }
  return [...items.slice(start, start + nearby), all]
}

function operationItem(index: SiteIndex, operation: Operation, path: string): NavItem {
  const to = index.operationPaths.get(operation.id) ?? 'reference'
  return {
    label: operation.summary,
    path: to,
    method: operation.method,
    deprecated: operation.deprecated,
    current: to === path,
  }
}

/** The schemas, where the reader is among them. */
function schemaItems(index: SiteIndex, path: string): NavItem[] {
  if (!path.startsWith('schemas') || index.schemas.length > mostItems) return []
  return index.schemas.map((name) => {
    const to = index.schemaPaths.get(name) ?? 'schemas'
    return { label: name, path: to, current: to === path }
  })
}
