import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/**
 * Whether a phone number is a valid one of a country, written nationally or with its international prefix. A
 * country without numbers of its own takes any text.
 * @param phone the number
 * @param country ISO 3166-1 alpha-2
 */
export function isPhone(phone: string, country: string): boolean {
  if (!isSupportedCountry(country)) return true
  const number = parsePhoneNumberFromString(phone, { defaultCountry: country, extract: false })
  return number?.isValid() === true && number.country === country
}
