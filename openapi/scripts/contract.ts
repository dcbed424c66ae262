import { fileURLToPath } from 'node:url'

/** The folder of the contract, with a trailing slash. */
export const contractRoot = fileURLToPath(new URL('../', import.meta.url))

/** A value as JSON has it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
/** A JSON object. */
export type JsonObject = { [key: string]: Json }

/** True for a JSON object, false for arrays and everything else. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The member of an object as an object; an empty one where it is absent or something else.
 * @param value the object to look into
 * @param key the member's name
 */
export function objectAt(value: Json | undefined, key: string): JsonObject {
  const member = isObject(value) ? value[key] : undefined
  return isObject(member) ? member : {}
}

/**
 * Follows a local `$ref` (`#/components/…`) as far as it leads.
 * @param document the bundled contract
 * @param value an object that may be a reference
 * @returns the object referred to, and the component name of the last reference
 * @throws Error when a reference leads nowhere
 */
export function resolve(document: JsonObject, value: Json | undefined): { value: JsonObject; name?: string } {
  let current = value
  let name: string | undefined
  while (isObject(current) && typeof current['$ref'] === 'string') {
    const ref = current['$ref']
    const segments = ref
      .split('/')
      .slice(1)
      .map((s) => s.replaceAll('~1', '/').replaceAll('~0', '~'))
    current = segments.reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), document)
    if (current === undefined) throw new Error(`${ref} leads nowhere in the bundled contract`)
    name = segments.at(-1)
  }
  return { value: isObject(current) ? current : {}, ...(name === undefined ? {} : { name }) }
}
