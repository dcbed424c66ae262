import { isObject, type Json, memberOf, textAt } from '../contract/json.ts'

/** A margin as the sandbox understood it. */
export interface Margin {
  rule: string | null
  /** Percent; null when the caller sent none. */
  value: number | null
}

/** A member in either of the two casings that the documentation uses. */
function either(value: Json | undefined, name: string): Json | undefined {
  return memberOf(value, name) ?? memberOf(value, name.charAt(0).toUpperCase() + name.slice(1))
}

/** Reads a price margin in either casing. */
export function readMargin(margin: Json | undefined): Margin {
  const rule = either(margin, 'marginRule')
  const value = either(margin, 'value')
  return {
    rule: textAt(rule, 'name') ?? textAt(rule, 'Name') ?? null,
    value: typeof value === 'number' ? value : null,
  }
}

/**
 * The margin that applies to each offer type: its own where it has one, the provider instance's otherwise.
 * @param margin the margin of the provider instance
 * @param offerTypeMargins margins of single offer types, in either documented shape and casing
 * @param offerTypes the offer types of the provider instance; further ones that have a margin are added
 */
export function effectiveMargins(
  margin: Json | undefined,
  offerTypeMargins: Json | undefined,
  offerTypes: readonly string[],
): Record<string, Margin> {
  const wrapped = memberOf(offerTypeMargins, 'Value')
  // An offer type could be called "Value"; a margin, unlike the wrapper's dictionary, has a rule.
  const isWrapper = isObject(wrapped) && either(wrapped, 'marginRule') === undefined
  const own = isWrapper ? wrapped : offerTypeMargins
  const found = new Map(offerTypes.map((name) => [name, readMargin(margin)]))
  for (const [name, value] of Object.entries(isObject(own) ? own : {})) {
    const known = offerTypes.find((offerType) => offerType.toLowerCase() === name.toLowerCase())
    found.set(known ?? name, readMargin(value))
  }
  return Object.fromEntries(found)
}
