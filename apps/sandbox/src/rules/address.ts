import type { Config } from '../config.ts'
import { type Json, textAt } from '../contract/json.ts'
import type { Problem } from '../errors.ts'
import { isPhone } from './phone.ts'
import { isZip } from './zip.ts'

/**
 * What the country decides of a company's address: its zip code and its phone number. Values that are missing,
 * null or of another type are left to the contract.
 * @param body a customer or a reseller
 * @param zipName what its zip code is called
 * @param config which of the rules apply
 */
export function addressProblems(
  body: Json | undefined,
  zipName: 'zip' | 'zipCode',
  config: Pick<Config, 'zip' | 'phone'>,
): Problem[] {
  const country = textAt(body, 'country')
  if (country === undefined || !/^[A-Z]{2}$/u.test(country)) return []
  const found: Problem[] = []
  const zip = textAt(body, zipName)
  if (config.zip === 'country' && zip !== undefined && !isZip(zip, country))
    found.push({ property: zipName, sentence: `The zip code is not valid for the country ${country}.` })
  const phone = textAt(body, 'phone')
  if (config.phone === 'country' && phone !== undefined && !isPhone(phone, country))
    found.push({ property: 'phone', sentence: `The phone number is not valid for the country ${country}.` })
  return found
}
