import { reconciliations } from '@cloudcockpit/openapi/reconciliations'
import type { Reconciled } from './errors.ts'
import { parse } from './mask.ts'
import { at } from './pointer.ts'
import type { Result } from './types.ts'
import { unwrap } from './unwrap.ts'

type Names = Readonly<Record<string, string>>
type Values = Readonly<Record<string, unknown>>

const facts: Readonly<Record<string, { path: string; query: Names; from: Names; match: Names; id: string }>> =
  reconciliations

/** Makes a call. */
export type Request = (method: string, path: string, options: object) => Promise<Result<unknown>>

/** The most pages that are looked through: a server that ignores the search must not keep the caller forever. */
const maxPages = 100

/**
 * Looks whether a create whose answer was lost has been applied.
 * @param call the method and the path of the create
 * @param body the text of its body
 * @param request makes the call that looks
 * @param options those of the create, but for what it sent
 * @throws CockpitError when the look fails
 */
export async function reconcile(
  call: string,
  body: string | null,
  request: Request,
  options: object,
): Promise<Reconciled> {
  const fact = facts[call]
  if (!fact) return unknown('the contract declares no read that could tell')
  const sent = parse(body ?? '')
  const match = valuesOf(fact.match, sent)
  const missing = Object.keys(fact.match).find((name) => !(name in match))
  if (missing) return unknown(`the body had no ${missing} to look for`)
  const query = { ...fact.query, ...valuesOf(fact.from, sent) }
  const look = (pageNumber: number) =>
    unwrap(request('GET', fact.path, { ...options, params: { query: { ...query, pageNumber } } }))
  const found = await search(look, match)
  const [item] = found
  if (!item) return { outcome: 'not-found' }
  if (found.length > 1) return unknown(`${found.length} have the same ${Object.keys(match).join(', ')}`)
  return { outcome: 'found', id: String(item[fact.id]), item }
}

const unknown = (reason: string): Reconciled => ({ outcome: 'unknown', reason })

async function search(look: (pageNumber: number) => Promise<unknown>, match: Values): Promise<Values[]> {
  const found: Values[] = []
  for (let pageNumber = 1; pageNumber <= maxPages; pageNumber++) {
    const page = Object(await look(pageNumber))
    const items: Values[] = page.items ?? []
    found.push(...items.filter((item) => Object.keys(match).every((name) => item[name] === match[name])))
    if (!page.hasNextPage || items.length === 0) return found
  }
  throw new Error(`the search goes on after ${maxPages} pages`)
}

/** The values that stand in the body where the pointers lead; what the body lacks is left out. */
function valuesOf(pointers: Names, body: unknown): Values {
  const values = Object.entries(pointers).map(([name, pointer]) => [name, at(body, pointer)] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== null && value !== undefined))
}
