import type { Json } from './json.ts'
import { isObject } from './json.ts'

/** Enters the JSON text inside a string, as in `providerCustomerData → Domain`. */
export const intoText = ' → '

/**
 * A place in a body as a caller would write it: `providerResellers[0].priceMargin`.
 * @param parent the path so far, empty for the body itself
 * @param key the property's name, or the index of an item
 */
export function childPath(parent: string, key: string | number): string {
  if (typeof key === 'number') return `${parent}[${key}]`
  // A name that could be misread as a path of its own is quoted.
  if (!/^[^.[\]"→\s]{1,255}$/u.test(key)) return `${parent}[${JSON.stringify(shorten(key))}]`
  return parent === '' || parent.endsWith(intoText) ? parent + key : `${parent}.${key}`
}

/**
 * A JSON pointer as a property path; the body tells indexes from names.
 * @param body what the pointer points into
 * @param pointer such as `/providerResellers/0/priceMargin`
 */
export function pathOfPointer(body: unknown, pointer: string): string {
  let path = ''
  let at: unknown = body
  for (const segment of pointer.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~')
    path = childPath(path, Array.isArray(at) ? Number(key) : key)
    at = Array.isArray(at) ? at[Number(key)] : isObject(at) ? at[key] : undefined
  }
  return path
}

function shorten(key: string): string {
  return key.length > 100 ? `${key.slice(0, 100)}…` : key
}

/** Every text and every key of a JSON value, with its path; it never recurses, so that depth cannot hurt. */
export function* textsOf(value: Json, path = ''): Generator<{ path: string; text: string; isKey: boolean }> {
  const rest: { path: string; value: Json }[] = [{ path, value }]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next.value === 'string') yield { path: next.path, text: next.value, isKey: false }
    else if (Array.isArray(next.value)) {
      for (const [index, item] of next.value.entries())
        rest.push({ path: childPath(next.path, index), value: item })
    } else if (isObject(next.value)) {
      for (const [key, item] of Object.entries(next.value)) {
        const at = childPath(next.path, key)
        yield { path: at, text: key, isKey: true }
        rest.push({ path: at, value: item })
      }
    }
  }
}
