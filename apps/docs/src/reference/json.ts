/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A JSON object; members may be absent. */
export interface JsonObject {
  readonly [key: string]: Json | undefined
}

/** Whether a value is a JSON object, as opposed to a list or null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value)
}

/** Whether a value is a JSON array. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** The object at a key, or an empty one. Only own keys count, so `__proto__` is a key like any other. */
export function objectAt(holder: Json | undefined, key: string): JsonObject {
  const value = own(holder, key)
  return isObject(value) ? value : {}
}

/** The list at a key, or an empty one. */
export function listAt(holder: Json | undefined, key: string): readonly Json[] {
  const value = own(holder, key)
  return isList(value) ? value : []
}

/** The text at a key, if there is one. */
export function textAt(holder: Json | undefined, key: string): string | undefined {
  const value = own(holder, key)
  return typeof value === 'string' ? value : undefined
}

/** The value at a key of its own, if there is one. */
export function own(holder: Json | undefined, key: string): Json | undefined {
  return isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined
}

/** The members of an object that are defined. */
export function entries(holder: JsonObject): [string, Json][] {
  return Object.entries(holder).filter((entry): entry is [string, Json] => entry[1] !== undefined)
}
