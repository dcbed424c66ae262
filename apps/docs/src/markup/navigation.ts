import type { NavItem, NavSection } from '../reference/navigation.ts'
import { type Markup, markup } from './markup.ts'

/**
 * One part of the navigation.
 * @param href the address of a page from its path
 */
export function sectionMarkup({ label, path, items }: NavSection, href: (path: string) => string): Markup {
  const title = path === undefined ? label : markup`<a href="${href(path)}">${label}</a>`
  const list = items.length > 0 && markup`<ul>${items.map((item) => itemMarkup(item, href))}</ul>`
  return markup`<section class=nav-section><h2>${title}</h2>${list}</section>`
}

function itemMarkup(item: NavItem, href: (path: string) => string): Markup {
  const { label, path, method, current, deprecated } = item
  const verb = method !== undefined && markup`<span class="verb ${method.toLowerCase()}">${method}</span>`
  const marks = [current && markup` aria-current=page`, deprecated === true && markup` class=deprecated`]
  return markup`<li><a href="${href(path)}"${marks}>${verb}<span>${label}</span></a></li>`
}
