import { type Json, memberOf, textAt } from '../contract/json.ts'
import type { ProviderInstance } from '../contract/seed.ts'
import type { Problem } from '../errors.ts'
import { isUuid } from '../operations/uuid.ts'

/**
 * What the provider instances decide of a reseller's entries: each must exist, support the reseller's country and
 * be given once, and only Microsoft Tier 2 has an id of the reseller.
 * @param items the reseller's `providerResellers`
 * @param known the provider instances of the tenant that they name
 * @param country the reseller's country
 * @param isChecked whether the rules for `providerResellerId` apply
 */
export function providerResellerProblems(
  items: readonly Json[],
  known: ReadonlyMap<string, ProviderInstance>,
  country: string | undefined,
  isChecked: boolean,
): Problem[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const id = textAt(item, 'providerInstanceId')?.toLowerCase()
    if (id === undefined || !isUuid(id)) return []
    const at = `providerResellers[${index}]`
    const found = instanceProblems(`${at}.providerInstanceId`, known.get(id), country, seen.has(id))
    seen.add(id)
    const kind = known.get(id)?.kind
    if (isChecked && kind !== undefined) found.push(...idProblems(`${at}.providerResellerId`, item, kind))
    return found
  })
}

function instanceProblems(
  property: string,
  instance: ProviderInstance | undefined,
  country: string | undefined,
  isRepeated: boolean,
): Problem[] {
  const found: Problem[] = []
  if (instance === undefined)
    found.push({ property, sentence: 'The provider instance does not exist in this tenant.' })
  if (isRepeated) found.push({ property, sentence: 'The provider instance is given twice.' })
  const countries = instance?.supportedCountries ?? null
  if (country !== undefined && countries !== null && !countries.includes(country))
    found.push({ property, sentence: `The provider instance does not support the country ${country}.` })
  return found
}

function idProblems(property: string, item: Json, kind: ProviderInstance['kind']): Problem[] {
  const id = memberOf(item, 'providerResellerId')
  if (kind === 'microsoft-tier-2') {
    const isMissing = id === undefined || id === null || id === ''
    return isMissing
      ? [{ property, sentence: "Microsoft Tier 2 needs the reseller's primary MPN id here." }]
      : []
  }
  return id === undefined || id === null
    ? []
    : [{ property, sentence: 'Only Microsoft Tier 2 has this property; leave it out.' }]
}
