import type { jsonStringSchemas } from '@cloudcockpit/openapi/facts'
import type { components } from '@cloudcockpit/openapi/types'
import { parse } from './mask.ts'

/** What stands as JSON text in the properties of that name: the contract's `contentSchema`. */
export type JsonStringContents = {
  readonly [Name in keyof typeof jsonStringSchemas]: components['schemas'][(typeof jsonStringSchemas)[Name]]
}

/**
 * Writes the JSON text that a property such as `providerCustomerData` takes. For a generic provider write `{}`.
 * @typeParam Name the property, when only its own members shall be allowed
 * @example
 * ```ts
 * const providerCustomerData = jsonString({ Domain: 'fabrikam', AcceptedMCA: true })
 * ```
 */
export function jsonString<Name extends keyof JsonStringContents = keyof JsonStringContents>(
  value: JsonStringContents[Name],
): string {
  return JSON.stringify(value)
}

/**
 * Reads the JSON text that a property holds.
 * @param name the property, which decides the type
 * @param text the property's value
 * @returns the value; null when the property is null, absent or empty
 * @throws TypeError when the text is not a JSON object; the message does not quote it, since it may be personal
 * @example
 * ```ts
 * const data = parseJsonString('providerCustomerData', providerCustomer.providerCustomerData)
 * console.log(data?.Domain)
 * ```
 */
export function parseJsonString<Name extends keyof JsonStringContents>(
  name: Name,
  text: string | null | undefined,
): JsonStringContents[Name] | null {
  if (!text) return null
  const value = parse(text)
  if (typeof value !== 'object' || Array.isArray(value)) throw new TypeError(`${name} holds no JSON object`)
  return value
}
