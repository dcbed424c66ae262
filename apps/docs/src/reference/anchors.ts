/** A step that enters something without a name of its own; `~` cannot begin the anchor of a property. */
export type Step = '~items' | '~value' | '~key' | '~content' | `~${string}`

/** The anchor of a named thing under another: `request-body` and `zip` give `request-body.zip`. */
export function childAnchor(parent: string, name: string): string {
  return parent === '' ? escapeName(name) : `${parent}.${escapeName(name)}`
}

/** The anchor of an unnamed thing under another, such as the items of a list. */
export function stepAnchor(parent: string, step: Step): string {
  return parent === '' ? step : `${parent}.${step}`
}

/**
 * Where an anchor is, as a reader says it: `request-body.lines.~items.zip` gives
 * `['request body', 'lines', 'zip']`.
 */
export function placeOf(anchor: string): string[] {
  const [first = '', ...rest] = anchor.split('.')
  const names = rest.filter((step) => !/^~[a-z][\w-]*$/i.test(step)).map(unescapeName)
  return [unescapeName(first).replace('-', ' '), ...names]
}

/** A name as part of an anchor: letters, digits, `_`, `-` and `$` stay, all else becomes `~<hex>~`. */
export function escapeName(name: string): string {
  if (name === '') return '~0~'
  return name.replace(/[^\w$-]/gu, (char) => `~${(char.codePointAt(0) ?? 0).toString(16)}~`)
}

/** The name that an anchor's part stands for. */
export function unescapeName(part: string): string {
  if (part === '~0~') return ''
  return part.replace(/~([0-9a-f]+)~/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
}

/**
 * A name as part of a URL's path. Everything that a file system or a host may treat in its own way is replaced,
 * and slashes stay, so that `repos/get` keeps its shape.
 */
export function slug(name: string): string {
  const parts = name.split('/').map((part) => part.replace(/[^\w.-]+/gu, '-').replace(/^\.+|\.+$/g, '-'))
  return parts.filter((part) => part !== '').join('/') || '-'
}
