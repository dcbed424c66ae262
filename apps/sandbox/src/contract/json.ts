/** A value as JSON has it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
/** A JSON object. */
export type JsonObject = { [key: string]: Json }

/** True for a JSON object, false for arrays and everything else. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The own member of an object as an object; an empty one where it is absent or something else. */
export function objectAt(value: Json | undefined, key: string): JsonObject {
  const member = memberOf(value, key)
  return isObject(member) ? member : {}
}

/** The own member of an object or array; undefined where there is none. */
export function memberOf(value: unknown, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)]
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The own member of a value when it is a text. */
export function textAt(value: unknown, key: string): string | undefined {
  const member = memberOf(value, key)
  return typeof member === 'string' ? member : undefined
}

/**
 * The own member of a value, which must be a text.
 * @throws Error naming the member when it is something else
 */
export function needText(value: unknown, key: string): string {
  const text = textAt(value, key)
  if (text === undefined) throw new Error(`"${key}" is missing or no text.`)
  return text
}

/** The objects of a list; an empty list where the value is none. */
export function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** The texts of a list; an empty list where the value is none. */
export function textsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
