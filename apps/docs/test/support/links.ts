import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** What a page links to, and what it can be linked at. */
export interface PageLinks {
  links: string[]
  ids: string[]
}

/** The links and ids of a page, as a browser reads them. */
export function readLinks(html: string): PageLinks {
  const found: PageLinks = { links: [], ids: [] }
  collect(parse(html), found)
  return found
}

function collect(node: DefaultTreeAdapterTypes.Node, found: PageLinks): void {
  if ('attrs' in node) {
    for (const { name, value } of node.attrs) {
      if (name === 'id') found.ids.push(value)
      if (name === 'href' || name === 'src') found.links.push(value)
    }
  }
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, found)
}
