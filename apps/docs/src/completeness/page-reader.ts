import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { htmlFiles } from '../build/html-files.ts'

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document
type Element = DefaultTreeAdapterTypes.Element

/** What stands under a name on a page: its own words, and what it contains. */
export interface Place {
  text: string
  children: Map<string, Place[]>
  /** Pages on which this place goes on. */
  continues: { href: string; along: string[] }[]
}

/** A page as a reader without JavaScript sees it, by the ids of its sections. */
export interface ReadPage {
  sections: Map<string, Place>
}

/** Reads all pages of operations and schemas of a built site, under `operation <id>` or `schema <name>`. */
export function readSite(folder: string): { pages: Map<string, ReadPage>; byPath: Map<string, ReadPage> } {
  const pages = new Map<string, ReadPage>()
  const byPath = new Map<string, ReadPage>()
  for (const name of htmlFiles(folder)) {
    const article = findArticle(parse(readFileSync(join(folder, name), 'utf8')))
    if (article === undefined) continue
    const page = readArticle(article.element)
    pages.set(article.key, page)
    byPath.set(dirname(name), page)
  }
  return { pages, byPath }
}

function findArticle(node: Node): { key: string; element: Element } | undefined {
  if (isElement(node)) {
    for (const kind of ['operation', 'schema']) {
      const name = attribute(node, `data-${kind}`)
      if (node.tagName === 'article' && name !== undefined) return { key: `${kind} ${name}`, element: node }
    }
  }
  for (const child of childrenOf(node)) {
    const found = findArticle(child)
    if (found !== undefined) return found
  }
  return undefined
}

function readArticle(article: Element): ReadPage {
  const sections = new Map<string, Place>()
  const isSchema = attribute(article, 'data-schema') !== undefined
  sections.set('page', readPlace(article))
  if (isSchema) sections.set('schema', readPlace(article))
  visit(article, (element) => {
    if (element.tagName === 'header') sections.set('head', readPlace(element))
    const heading = element.tagName === 'section' ? headingId(element) : undefined
    if (heading !== undefined) sections.set(heading, readPlace(element))
  })
  return { sections }
}

/** The id of the heading that a section begins with. */
function headingId(section: Element): string | undefined {
  const heading = childrenOf(section).find((child) => isElement(child) && /^h[23]$/.test(child.tagName))
  return heading !== undefined && isElement(heading) ? attribute(heading, 'id') : undefined
}

/** Reads a place: list items with a name are its children, everything else is its own. */
function readPlace(element: Element): Place {
  const place: Place = { text: '', children: new Map(), continues: [] }
  const words: string[] = []
  const read = (node: Node): void => {
    if ('value' in node) words.push(node.value)
    if (!isElement(node)) return
    const name = node.tagName === 'li' ? nameOf(node) : undefined
    if (name !== undefined) {
      place.children.set(name, [...(place.children.get(name) ?? []), readPlace(node)])
      return
    }
    const along = attribute(node, 'data-continues')
    if (along !== undefined)
      place.continues.push({ href: attribute(node, 'href') ?? '', along: namesIn(along) })
    childrenOf(node).forEach(read)
    if (!inline.has(node.tagName)) words.push(' ')
  }
  childrenOf(element).forEach(read)
  place.text = words.join('').replace(/\s+/g, ' ')
  return place
}

const inline = new Set(['i', 'b', 'em', 'strong', 'code', 'a'])

/** The name of a property's list item: the text of the link that is its own anchor. */
function nameOf(item: Element): string | undefined {
  const signature = childrenOf(item).find((child) => isElement(child) && attribute(child, 'class') === 'sig')
  const link =
    signature &&
    childrenOf(signature).find((child) => isElement(child) && attribute(child, 'id') !== undefined)
  return link === undefined ? undefined : textOf(link)
}

/** The names of properties in an anchor: steps without a name begin with `~`, and `~2e~` is a letter. */
function namesIn(anchor: string): string[] {
  const steps = anchor.split('.').filter((step) => step !== '' && !/^~[a-z][\w-]*$/i.test(step))
  return steps.map((step) =>
    step.replace(/~([0-9a-f]+)~/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16))),
  )
}

function textOf(node: Node): string {
  return 'value' in node ? node.value : childrenOf(node).map(textOf).join('')
}

function visit(node: Node, see: (element: Element) => void): void {
  if (isElement(node)) see(node)
  for (const child of childrenOf(node)) visit(child, see)
}

function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value
}
