import { searchPages } from './pagefind.ts'
import { hitsOf, type PageHits, ranked } from './search-hits.ts'

/** So many pages are looked at, and the best of them shown: the index does not know which place is the best. */
const mostRead = 20
const mostPages = 8
const typingPause = 120

/**
 * `<docs-search base="/">`: a button that opens a dialog with a field and the results below it. Ctrl+K, ⌘K and `/`
 * open it from anywhere; the arrow keys walk through the results.
 */
export class DocsSearch extends HTMLElement {
  #dialog: HTMLDialogElement | null = null
  #input: HTMLInputElement | null = null
  #results: HTMLElement | null = null
  #status: HTMLElement | null = null
  #timer: number | undefined
  #latest = ''

  connectedCallback(): void {
    this.#dialog = this.querySelector('dialog')
    this.#input = this.querySelector('input')
    this.#results = this.querySelector('.results')
    this.#status = this.querySelector('[role=status]')
    this.querySelector('button')?.addEventListener('click', () => {
      this.#open()
    })
    this.#input?.addEventListener('input', () => {
      window.clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#search(), typingPause)
    })
    this.#dialog?.addEventListener('click', (event) => {
      if (event.target === this.#dialog || closest(event.target, 'a') !== null) this.#dialog?.close()
    })
    this.#dialog?.addEventListener('keydown', (event) => {
      this.#walk(event)
    })
    document.addEventListener('keydown', (event) => {
      if (!opens(event)) return
      event.preventDefault()
      this.#open()
    })
  }

  #open(): void {
    if (this.#dialog?.open === false) this.#dialog.showModal()
    this.#input?.select()
  }

  async #search(): Promise<void> {
    const query = this.#input?.value.trim() ?? ''
    this.#latest = query
    if (query === '') {
      this.#show([], '')
      return
    }
    try {
      const pages = await searchPages(this.getAttribute('base') ?? '/', query, mostRead)
      if (this.#latest !== query) return
      const found = ranked(pages.map((page) => hitsOf(page, query))).slice(0, mostPages)
      this.#show(
        found,
        found.length === 0 ? `Nothing found for “${query}”.` : `${String(found.length)} pages`,
      )
    } catch {
      this.#show([], 'The search index could not be loaded. Reload the page to try again.')
    }
  }

  #show(pages: PageHits[], status: string): void {
    this.#results?.replaceChildren(...pages.map(pageItem))
    if (this.#status) this.#status.textContent = status
    // Which words the results are for: they arrive later than they are typed.
    this.dataset['answered'] = this.#latest
  }

  #walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const stops = [this.#input, ...(this.#results?.querySelectorAll('a') ?? [])]
    const at = stops.findIndex((stop) => stop === document.activeElement)
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus()
  }
}

function opens(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) return true
  const isTyping = closest(event.target, 'input, textarea, select, [contenteditable]') !== null
  return event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey
}

function closest(target: EventTarget | null, selector: string): Element | null {
  return target instanceof Element ? target.closest(selector) : null
}

function pageItem({ url, title, excerpt, hits }: PageHits): HTMLElement {
  const item = document.createElement('li')
  item.append(link(url, [title], 'page'))
  const text = document.createElement('p')
  text.append(...marked(excerpt))
  const list = document.createElement('ul')
  list.append(...hits.map(({ url: to, text: name, place }) => hitItem(to, name, place)))
  item.append(hits.length > 0 ? list : text)
  return item
}

function hitItem(url: string, name: string, place: string[]): HTMLElement {
  const item = document.createElement('li')
  item.append(link(url, place.length > 0 ? place : [name], 'hit'))
  return item
}

/** A link whose last part is what was found and whose other parts say where. */
function link(url: string, parts: string[], kind: string): HTMLAnchorElement {
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.className = kind
  const name = document.createElement('b')
  name.textContent = parts.at(-1) ?? ''
  const way = parts.slice(0, -1)
  if (way.length > 0) anchor.append(`${way.join(' › ')} › `)
  anchor.append(name)
  return anchor
}

/** An excerpt as nodes: only the marks of the index become elements. */
function marked(excerpt: string): (string | HTMLElement)[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((piece) => {
    const inside = /^<mark>(.*)<\/mark>$/.exec(piece)?.[1]
    if (inside === undefined) return plain(piece)
    const mark = document.createElement('mark')
    mark.textContent = plain(inside)
    return mark
  })
}

function plain(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

if (!customElements.get('docs-search')) customElements.define('docs-search', DocsSearch)
