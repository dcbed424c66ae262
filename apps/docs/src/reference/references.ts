import { isList, isObject, type Json, type JsonObject, textAt } from './json.ts'

/** What a reference leads to, and the component's name when it has one. */
export interface Resolved {
  value: JsonObject
  /** The last part of the reference, such as `Customer`; undefined for a value that stands in place. */
  name: string | undefined
  /** The section that the component is in, such as `schemas`. */
  section: string | undefined
}

/**
 * Follows a chain of references inside the document. Keeps the name of the first one, which is what a reader
 * knows the thing by.
 * @param document the bundled document, without references to other files
 * @param site where the reference stands, or the value itself
 * @throws Error when a reference leads nowhere or in a circle
 */
export function resolve(document: JsonObject, site: Json | undefined): Resolved {
  let value = site
  let first: string | undefined
  const seen = new Set<string>()
  for (let reference = textAt(value, '$ref'); reference !== undefined; reference = textAt(value, '$ref')) {
    if (seen.has(reference)) throw new Error(`${reference}: the reference leads in a circle.`)
    seen.add(reference)
    first ??= reference
    value = at(document, reference)
  }
  const component = first === undefined ? null : /^#\/components\/([^/]+)\/([^/]+)$/.exec(first)
  return {
    value: isObject(value) ? value : {},
    name: component?.[2] === undefined ? undefined : unescapePointer(component[2]),
    section: component?.[1],
  }
}

/** The name of the component schema that a site refers to, if it is a reference to one. */
export function schemaName(site: Json | undefined): string | undefined {
  const name = /^#\/components\/schemas\/([^/]+)$/.exec(textAt(site, '$ref') ?? '')?.[1]
  return name === undefined ? undefined : unescapePointer(name)
}

/** The reference to the component schema of a name. */
export function schemaReference(name: string): string {
  return `#/components/schemas/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`
}

/**
 * The value at a JSON pointer in fragment form.
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function at(document: JsonObject, reference: string): Json {
  if (reference === '#') return document
  let value: Json | undefined = reference.startsWith('#/') ? document : undefined
  for (const part of reference.slice(2).split('/')) {
    const key = unescapePointer(part)
    if (isList(value)) value = value[Number(key)]
    else value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  }
  if (value === undefined) {
    throw new Error(`${reference}: the reference leads nowhere in the bundle. Is every file bundled?`)
  }
  return value
}

function unescapePointer(part: string): string {
  return safeDecode(part).replaceAll('~1', '/').replaceAll('~0', '~')
}

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
