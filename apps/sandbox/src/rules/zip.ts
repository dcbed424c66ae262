import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator'

/** Where the library is too lenient: measured against real and made-up codes. */
const stricter: Record<string, RegExp> = {
  PT: /^\d{4}-\d{3}$/u,
  NL: /^[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}$/u,
  IN: /^[1-9]\d{2} ?\d{3}$/u,
  CH: /^[1-9]\d{3}$/u,
}

/** Countries that have no postal codes, whatever a library says; any text is right there. */
const without = new Set(['AE', 'AO', 'HK', 'QA'])

/**
 * Whether a zip code is written as codes of a country are. A country that nothing is known of takes any text.
 * @param zip the code
 * @param country ISO 3166-1 alpha-2
 */
export function isZip(zip: string, country: string): boolean {
  if (without.has(country)) return true
  const rule = stricter[country]
  if (rule !== undefined) return rule.test(zip)
  return !postcodeValidatorExistsForCountry(country) || postcodeValidator(zip, country)
}
