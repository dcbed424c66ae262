import { sensitiveKeys } from '@cloudcockpit/openapi/facts'

/** Hides what must not be shown. */
export type Mask = (text: string) => string

const keys: readonly string[] = sensitiveKeys

/** Whether the contract marks a property as sensitive, and there is something to hide. */
const isSensitive = (name: string, value: unknown) =>
  keys.includes(name.toLowerCase()) && value !== null && typeof value !== 'object'

/**
 * Finds the values that the contract marks as sensitive, also within JSON text inside strings; of such a text that
 * cannot be parsed, every word. A value that is spelled like a property of the same body is left alone: masking it
 * would hide which property an error names.
 * @param json the serialised request body
 */
export function sensitiveValues(json: string): string[] {
  const values: string[] = []
  const spelled: string[] = []
  const collect = (text: string) =>
    parse(text, (key, value) => {
      spelled.push(key.toLowerCase())
      if (isSensitive(key, value)) values.push(String(value))
      if (typeof value === 'string' && /^\s*[[{]/.test(value) && collect(value) === undefined)
        for (const word of value.split(/["'\\\s{}[\],:]+/)) values.push(word)
      return value
    })
  collect(json)
  return values.filter((value) => !spelled.includes(value.toLowerCase()))
}

/**
 * Makes a mask for some values. It finds them in any casing, and where a text carries them escaped for JSON, a URL
 * or HTML; very short values only as whole words, so that texts stay readable.
 */
export function maskFor(values: string[]): Mask {
  const patterns = values
    .filter((value) => value.trim())
    .sort((a, b) => b.length - a.length)
    .map((value) => {
      const pattern = value.replace(
        /\W/g,
        (character) => `(\\\\*\\${character}|\\+|\\\\+([bfnrt]|u[\\da-f]{4})|(%[\\da-f]{2}){1,4}|&#?\\w+;)`,
      )
      return value.length < 4 ? `(?<!\\w)${pattern}(?!\\w)` : pattern
    })
  const all = new RegExp([...patterns, '(?<=Bearer )\\S+'].join('|'), 'gi')
  return (text) => text.replace(all, '***')
}

/** Parses JSON and masks it, under sensitive names and inside all strings; undefined when it is none. */
export function parseMasked(text: string, mask: Mask): unknown {
  return parse(text, (key, value) =>
    isSensitive(key, value) ? '***' : typeof value === 'string' ? mask(value) : value,
  )
}

/** Parses JSON; undefined when the text is none. */
export function parse(text: string, reviver?: (key: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(text, reviver)
  } catch {
    return undefined
  }
}
