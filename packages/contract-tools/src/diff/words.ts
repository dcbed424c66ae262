import type { Json, JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'

/** `a`, `b` and `c`, each in backticks. */
export function list(values: Json[]): string {
  const quoted = values.map((value) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`
}

/** A value as it stands in a sentence. */
export function show(value: Json | undefined): string {
  return value === undefined ? 'nothing' : `\`${JSON.stringify(value)}\``
}

/** `one value`, `3 values`. */
export function count(number: number, noun: string): string {
  return number === 1 ? `one ${noun}` : `${number} ${noun}s`
}

/** A member of an object as text; empty when it is no text. */
export function textAt(object: JsonObject, key: string): string {
  const value = object[key]
  return typeof value === 'string' ? value : ''
}
