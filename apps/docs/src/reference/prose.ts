import MarkdownIt from 'markdown-it'

/**
 * Descriptions come from a contract, which may come from anybody: HTML in them is text, images are links, and
 * only links to the web or by mail stay links.
 */
const markdown = new MarkdownIt({ html: false, linkify: false })
  .disable(['image'])
  .use(plainHeadings)
  .use(wrappedTables)
markdown.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url)
markdown.renderer.rules['link_open'] = (tokens, index, options, _, self) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer nofollow')
  return self.renderToken(tokens, index, options)
}

const rendered = new Map<string, string>()

/**
 * A description as safe HTML. Equal texts are rendered once.
 * @see https://spec.commonmark.org/
 */
export function prose(text: string): string {
  let html = rendered.get(text)
  if (html === undefined) {
    html = markdown.render(text).trim()
    rendered.set(text, html)
  }
  return html
}

/** A description on one line: paragraphs are not wrapped in an element. */
export function inlineProse(text: string): string {
  return markdown.renderInline(text.trim())
}

/** The first paragraph of a description as plain text. */
export function firstSentence(text: string | undefined): string | undefined {
  const paragraph = text?.trim().split(/\n\s*\n/)[0]
  return paragraph
    ?.replace(/\s+/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`_]/g, '')
}

/** A heading inside a description is a bold line: the page's outline is the page's own. */
function plainHeadings(md: MarkdownIt): void {
  md.renderer.rules['heading_open'] = () => '<p class="said"><strong>'
  md.renderer.rules['heading_close'] = () => '</strong></p>\n'
}

/** A wide table scrolls in a box of its own. */
function wrappedTables(md: MarkdownIt): void {
  md.renderer.rules['table_open'] = () =>
    '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>\n'
  md.renderer.rules['table_close'] = () => '</table></div>\n'
}

const articles = new MarkdownIt({ html: false }).disable(['image']).use(wrappedTables)

/** A whole text of this repository as safe HTML, with headings. */
export function article(text: string): string {
  return articles.render(text)
}
