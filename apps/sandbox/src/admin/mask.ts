import { sensitiveNames } from '@cloudcockpit/openapi/facts'
import { isObject, type Json } from '../contract/json.ts'
import { parseJson } from '../contract/json-text.ts'

const sensitive: ReadonlySet<string> = new Set(sensitiveNames)

/** What stands in the place of a value that the contract marks as sensitive. */
export const masked = '•••'

/**
 * A body with its sensitive properties masked, also those inside JSON texts.
 * @param value a body; it stays as it is
 */
export function mask(value: Json): Json {
  if (Array.isArray(value)) return value.map(mask)
  if (!isObject(value)) return typeof value === 'string' ? maskText(value) : value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      sensitive.has(name) && member !== null ? masked : mask(member),
    ]),
  )
}

function maskText(text: string): string {
  if (!text.startsWith('{') && !text.startsWith('[')) return text
  const parsed = parseJson(text)
  return 'value' in parsed ? JSON.stringify(mask(parsed.value)) : masked
}
