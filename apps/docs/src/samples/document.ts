/** A bundled OpenAPI 3.1 document, as parsed JSON. Read through the functions of this file, which never throw. */
export type OpenApiDocument = object

/** The value as an object with string keys; an empty one when it is anything else. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

/** The value as an array; an empty one when it is anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The value as a text; undefined when it is anything else. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** True for an object that is neither null nor an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Follows local references (`#/…`) until something else stands there. A circle or a dead end gives `{}`. */
export function deref(document: OpenApiDocument, value: unknown): Readonly<Record<string, unknown>> {
  let current = record(value)
  for (let hops = 0; hops < 32; hops += 1) {
    const ref = text(current['$ref'])
    if (ref === undefined) return current
    const { $ref: _, ...siblings } = current
    current = { ...record(at(document, ref)), ...siblings }
  }
  return {}
}

/** What stands at a local reference (RFC 6901, in a URI fragment); undefined when there is nothing. */
function at(document: OpenApiDocument, ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined
  let current: unknown = document
  for (const token of ref.slice(2).split('/')) {
    const name = decode(token).replaceAll('~1', '/').replaceAll('~0', '~')
    current = Array.isArray(current) ? current[Number(name)] : own(current, name)
  }
  return current
}

/** A member of an object's own, so that `constructor` and the like find nothing. */
function own(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

function decode(token: string): string {
  try {
    return decodeURIComponent(token)
  } catch {
    return token
  }
}
