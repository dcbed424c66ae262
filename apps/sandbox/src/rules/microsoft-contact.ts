import { type Json, textAt } from '../contract/json.ts'
import type { Problem } from '../errors.ts'

const longestName = 40
const placeholders = new Set(['test', 'admin', 'nobody'])

/**
 * Microsoft's own rules for the primary contact of its customers, as the vendor's support articles tell them;
 * they are stricter than the API's. The articles also refuse addresses on the reseller's domain, which the
 * sandbox cannot know.
 * @param body a customer
 */
export function microsoftContactProblems(body: Json | undefined): Problem[] {
  const found: Problem[] = []
  for (const property of ['firstName', 'lastName']) {
    const name = textAt(body, property)
    if (name === undefined) continue
    if (Array.from(name).length > longestName)
      found.push({ property, sentence: `Microsoft takes names of at most ${longestName} characters.` })
    if (Array.from(name.trim()).length < 2)
      found.push({ property, sentence: 'Microsoft takes no name of one character.' })
    if (placeholders.has(name.trim().toLowerCase()))
      found.push({ property, sentence: 'Microsoft takes no placeholder as a name.' })
  }
  if (textAt(body, 'email')?.toLowerCase().includes('@microsoft.com') === true)
    found.push({ property: 'email', sentence: 'Microsoft takes no address of its own.' })
  return found
}
