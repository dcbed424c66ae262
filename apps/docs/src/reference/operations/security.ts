import { entries, isObject, type Json, listAt } from '../json.ts'
import { strings } from './strings.ts'

/** Schemes that together authorise a request, each with the scopes that it needs. */
export type SecurityAlternative = { scheme: string; scopes: string[] }[]

/** The ways to authorise a request that a document or an operation requires. */
export function readSecurity(requirements: Json | undefined): SecurityAlternative[] {
  return listAt({ requirements }, 'requirements')
    .filter(isObject)
    .map((alternative) =>
      entries(alternative).map(([scheme, scopes]) => ({
        scheme,
        scopes: strings(listAt({ scopes }, 'scopes')),
      })),
    )
}
