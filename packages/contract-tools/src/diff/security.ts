import { isObject, type Json, type JsonObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import { type Comparison, type Place, same } from './comparison.ts'
import { compareMarks, compareWords } from './marks.ts'
import { show } from './words.ts'

/** Compares the ways in which a call may be authorised; each element of the list is one way. */
export function compareSecurity(
  comparison: Comparison,
  at: Place,
  before: Json | undefined,
  after: Json | undefined,
): void {
  const [older, newer] = [waysOf(before), waysOf(after)]
  if (same(older, newer)) return
  const lost = older.filter((way) => !newer.some((other) => covers(other, way)))
  const gained = newer.filter((way) => !older.some((other) => covers(other, way)))
  for (const way of lost)
    comparison.values(at, 'narrower', {
      rule: 'security-removed',
      statement: `\`${at.subject}\` may no longer be called with ${nameOf(way)} alone.`,
      before: way,
    })
  for (const way of gained)
    comparison.values(at, 'wider', {
      rule: 'security-added',
      statement: `\`${at.subject}\` may now be called with ${nameOf(way)}.`,
      after: way,
    })
}

/** True when credentials for the second way suffice for the first: the same schemes and no further scope. */
function covers(way: JsonObject, credentials: JsonObject): boolean {
  return Object.entries(way).every(([scheme, scopes]) => {
    const held = credentials[scheme]
    if (held === undefined) return false
    return (Array.isArray(scopes) ? scopes : []).every((scope) => Array.isArray(held) && held.includes(scope))
  })
}

/** Without a list, or with an empty one, anybody may call. */
function waysOf(value: Json | undefined): JsonObject[] {
  const ways = Array.isArray(value) ? value.filter(isObject) : []
  return ways.length === 0 ? [{}] : ways
}

function nameOf(way: JsonObject): string {
  const parts = Object.entries(way).map(([scheme, scopes]) =>
    Array.isArray(scopes) && scopes.length > 0 ? `${scheme} (${scopes.map(String).join(', ')})` : scheme,
  )
  return parts.length === 0 ? 'no credentials' : `\`${parts.join(' and ')}\``
}

/** Compares how the security schemes themselves work. */
export function compareSecuritySchemes(comparison: Comparison, older: JsonObject, newer: JsonObject): void {
  const [before, after] = [older, newer].map((document) =>
    objectAt(objectAt(document, 'components'), 'securitySchemes'),
  )
  for (const name of Object.keys(before ?? {})) {
    // A scheme that is gone is missing wherever it was asked for, and reported there.
    if (!isObject(before?.[name]) || !isObject(after?.[name])) continue
    compareScheme(comparison, name, before[name], after[name])
  }
}

function compareScheme(comparison: Comparison, name: string, older: JsonObject, newer: JsonObject): void {
  const at: Place = {
    side: 'call',
    subject: name,
    pointer: `/components/securitySchemes/${name}`,
    node: 'contract',
  }
  compareWords(comparison, at, older, newer)
  compareMarks(comparison, at, older, newer)
  const [before, after] = [leaves(older), leaves(newer)]
  for (const member of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (same(before[member], after[member])) continue
    const statement = `\`${member}\` of the security scheme \`${name}\` changed from ${show(before[member])} to ${show(after[member])}.`
    const scope = member.includes('scopes')
    if (scope && before[member] !== undefined && after[member] !== undefined)
      comparison.editorial(at, { rule: 'scope-description', statement })
    else if (before[member] === undefined && (scope || member === 'bearerFormat'))
      comparison.additive(at, { rule: 'security-scheme', statement, consequence: 'What worked still does.' })
    else
      comparison.breaking(at, {
        rule: 'security-scheme',
        statement,
        consequence: 'Callers that get or send their credentials the old way are refused.',
      })
  }
}

/** The members of an object by their path, words and marks left out. */
function leaves(value: JsonObject, prefix = ''): JsonObject {
  const found = Object.entries(value)
    .filter(([key]) => key !== 'description' && !key.startsWith('x-'))
    .flatMap(([key, member]) =>
      isObject(member) && Object.keys(member).length > 0
        ? Object.entries(leaves(member, `${prefix}${key}.`))
        : [[prefix + key, member] as const],
    )
  return Object.fromEntries(found)
}
