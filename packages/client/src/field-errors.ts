import { requestPaths } from '@cloudcockpit/openapi/facts'
import type { ErrorDetail, ErrorEnvelope } from '@cloudcockpit/openapi/types'
import type { JsonStringContents } from './json-string.ts'
import { parse } from './mask.ts'

const knownPaths: Readonly<Record<string, readonly string[]>> = requestPaths

/**
 * The paths of a body's properties, with dots: `zip`, `providerResellers.0.priceMargin`, and into the JSON text of
 * a string: `providerCustomers.<id>.providerCustomerData.Email`.
 */
export type FieldPath<B> = Steps<NonNullable<B>>

type Steps<B> = B extends readonly (infer Item)[]
  ? `${number}` | `${number}.${Steps<NonNullable<Item>>}`
  : B extends object
    ? { [K in keyof B & (string | number)]: `${K}` | `${K}.${Inside<K, NonNullable<B[K]>>}` }[keyof B &
        (string | number)]
    : never

type Inside<K, V> = K extends keyof JsonStringContents ? Steps<JsonStringContents[K]> : Steps<V>

/** What an error says of the properties of a body. */
export interface FieldErrors<B> {
  /** What is wrong with each property, by its path in the body. */
  readonly fields: { readonly [Path in FieldPath<B>]?: readonly string[] }
  /** What matches no property of the body. */
  readonly rest: readonly ErrorDetail[]
}

/**
 * Sorts what an error says by the properties of the body that was sent. The API's spelling may differ in casing and
 * separators (`ProviderResellers[0].PriceMargin`), begin with `$.`, or leave out the beginning where the end is
 * unmistakable. Properties that the body lacks, but the contract knows, are found as well.
 * @param error what a call failed with
 * @param body the body of that call
 * @example
 * ```ts
 * const { error } = await cockpit.POST('/v1/Customers', { body })
 * const { fields, rest } = fieldErrors(error, body)
 * console.log(fields.zip, rest)
 * ```
 */
export function fieldErrors<B extends object>(error: unknown, body: B): FieldErrors<B> {
  const fields: Record<string, string[]> = Object.create(null)
  const rest: ErrorDetail[] = []
  const { method, path, envelope }: { method?: string; path?: string; envelope?: ErrorEnvelope } =
    Object(error)
  const find = finder(pathsOf(body, knownPaths[`${method} ${path}`] ?? []))
  for (const detail of [envelope?.errors ?? []].flat()) {
    const found = find(String(Object(detail).propertyName ?? ''))
    if (found === undefined) rest.push(detail)
    else (fields[found] ??= []).push(...[detail.description ?? []].flat().map(String))
  }
  return { fields, rest }
}

/** All property paths of a body: those it has, and those that the contract knows for it. */
function pathsOf(body: unknown, known: readonly string[]): Set<string> {
  const paths = new Set<string>()
  const walk = (value: unknown, path: string) => {
    if (path) paths.add(path)
    for (const [key, child] of entriesOf(value)) walk(child, join(path, key))
  }
  const expand = ([name, ...names]: string[], value: unknown, path: string) => {
    if (name === undefined) paths.add(path)
    else
      for (const [key, child] of entriesOf(value))
        if (name === '*' || name === key) expand(names, child, join(path, key))
    if (name !== undefined && name !== '*' && !entriesOf(value).some(([key]) => key === name))
      expand(names, undefined, join(path, name))
  }
  walk(body, '')
  for (const path of known) expand(path.replaceAll('[]', '.*').split(/[.→]/), body, '')
  return paths
}

/** The members of an object or array, also of one that stands as JSON text in a string. */
function entriesOf(value: unknown): [string, unknown][] {
  const content = typeof value === 'string' && /^\s*[[{]/.test(value) ? parse(value) : value
  return typeof content === 'object' && content !== null ? Object.entries(content) : []
}

const join = (path: string, key: string) => (path ? `${path}.${key}` : key)

/** Finds a path by the API's name for it: the same but for casing and separators, or its only end. */
function finder(paths: Set<string>): (name: string) => string | undefined {
  const all = [...paths].map((path) => ({ path, plain: plain(path), folded: plain(path).toLowerCase() }))
  return (name) => {
    const wanted = plain(name)
    const folded = wanted.toLowerCase()
    if (!wanted) return undefined
    const same = all.filter((one) => one.folded === folded)
    if (same.length > 0) return (same.find((one) => one.plain === wanted) ?? only(same))?.path
    return only(all.filter((one) => one.folded.endsWith(`.${folded}`)))?.path
  }
}

/** A path with single dots for whatever separates its keys. */
const plain = (path: string) =>
  path
    .split(/[^\p{L}\p{N}_-]+/u)
    .filter(Boolean)
    .join('.')

const only = <T>(list: T[]): T | undefined => (list.length === 1 ? list[0] : undefined)
