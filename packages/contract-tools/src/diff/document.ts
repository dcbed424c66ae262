import { type JsonObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import type { Change } from './change.ts'
import { Comparison, type Place, same } from './comparison.ts'
import { compareMarks, compareWords } from './marks.ts'
import { compareOperations } from './operations.ts'
import { compareSecuritySchemes } from './security.ts'
import { compareServers } from './servers.ts'

/**
 * Compares two bundled contracts and says what changed for callers: what they send, what they get, and the calls
 * themselves. Each operation and component is compared once, so the time grows with the size of the contract.
 * @param older the bundled contract that callers were written against
 * @param newer the bundled contract that replaces it
 * @returns every change with its verdict, the gravest first; empty when nothing changed
 * @throws Error when a reference leads nowhere
 * @see https://spec.openapis.org/oas/v3.1.1
 */
export function compareContracts(older: JsonObject, newer: JsonObject): Change[] {
  const comparison = new Comparison(older, newer)
  const at: Place = { side: 'call', subject: 'contract', pointer: '', node: 'contract' }
  compareAbout(comparison, at, older, newer)
  compareServers(comparison, at, older['servers'] ?? [], newer['servers'] ?? [])
  compareSecuritySchemes(comparison, older, newer)
  compareOperations(comparison, older, newer)
  if (!same(older['webhooks'], newer['webhooks']))
    comparison.breaking(at, {
      rule: 'webhooks',
      statement: 'The webhooks changed.',
      consequence: 'This comparison does not look inside webhooks: judge it yourself.',
    })
  return comparison.changes()
}

function compareAbout(comparison: Comparison, at: Place, older: JsonObject, newer: JsonObject): void {
  const info: Place = { ...at, subject: 'info', pointer: '/info' }
  compareWords(comparison, info, objectAt(older, 'info'), objectAt(newer, 'info'))
  compareMarks(comparison, info, objectAt(older, 'info'), objectAt(newer, 'info'))
  compareWords(comparison, at, older, newer)
  if (!same(older['openapi'], newer['openapi']))
    comparison.editorial(at, {
      rule: 'openapi',
      statement: 'The contract follows another version of OpenAPI.',
    })
}
