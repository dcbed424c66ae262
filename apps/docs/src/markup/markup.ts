/** Markup that may stand in a page as it is. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** What may stand in a template: markup stays, text is escaped, lists are put together, nothing is nothing. */
export type Part = Markup | string | number | false | undefined | readonly Part[]

/**
 * Makes markup from a template. It is for what a page repeats a thousand times, where a component each costs a
 * multiple of the markup. Every text is escaped; an attribute that holds one stands in double quotes. (The tag is not
 * called `html`, for Prettier then adds spaces, which are part of a page.)
 */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = template[0] ?? ''
  for (let index = 0; index < parts.length; index++)
    text += textOf(parts[index]) + (template[index + 1] ?? '')
  return new Markup(text)
}

/** Markup from a source that makes it safe itself, such as the renderer of Markdown. */
export function safe(markup: string): Markup {
  return new Markup(markup)
}

function textOf(part: Part): string {
  if (typeof part === 'string') return escaped(part)
  if (part instanceof Markup) return part.text
  if (typeof part === 'number') return String(part)
  if (part === undefined || part === false) return ''
  let text = ''
  for (const one of part) text += textOf(one)
  return text
}

function escaped(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
