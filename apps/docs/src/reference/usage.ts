import { isList, type Json, type JsonObject, objectAt } from './json.ts'
import { at } from './references.ts'
import type { Operation } from './operations/index.ts'

/** Who refers to a schema: operations by their ids, schemas by their names. */
export interface Usage {
  operations: string[]
  schemas: string[]
}

const schemaPrefix = '#/components/schemas/'

/**
 * For each schema, who refers to it without another schema in between. Linear in the size of the document.
 * @param document the bundled document
 * @param operations its operations
 */
export function usageOf(document: JsonObject, operations: readonly Operation[]): Map<string, Usage> {
  const found = new Map<string, Usage>()
  const usage = (name: string): Usage => {
    const known = found.get(name) ?? { operations: [], schemas: [] }
    found.set(name, known)
    return known
  }
  const shared = new Map<string, Set<string>>()
  for (const operation of operations) {
    const names = new Set<string>()
    // Parameters of the path stand outside the operation's own object.
    const sites: Json[] = [operation.source, ...operation.parameters.map(({ schema }) => schema ?? null)]
    for (const site of sites) gather(document, site, names, shared)
    for (const name of names) usage(name).operations.push(operation.id)
  }
  const schemas = objectAt(objectAt(document, 'components'), 'schemas')
  for (const [user, schema] of Object.entries(schemas)) {
    const names = new Set<string>()
    gather(document, schema ?? null, names, shared)
    for (const name of names) if (name !== user) usage(name).schemas.push(user)
  }
  return found
}

/** Collects the schemas that a value refers to, also through components that are no schemas. */
function gather(
  document: JsonObject,
  value: Json,
  names: Set<string>,
  shared: Map<string, Set<string>>,
): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value) as [string, Json | undefined][]) {
    if (child === undefined || key === 'example' || key === 'examples') continue
    if (key === '$ref' && typeof child === 'string' && !isList(value)) follow(document, child, names, shared)
    else gather(document, child, names, shared)
  }
}

function follow(
  document: JsonObject,
  reference: string,
  names: Set<string>,
  shared: Map<string, Set<string>>,
): void {
  if (reference.startsWith(schemaPrefix)) {
    names.add(
      decodeURIComponent(reference.slice(schemaPrefix.length)).replaceAll('~1', '/').replaceAll('~0', '~'),
    )
    return
  }
  let inner = shared.get(reference)
  if (inner === undefined) {
    inner = new Set()
    shared.set(reference, inner)
    gather(document, at(document, reference), inner, shared)
  }
  for (const name of inner) names.add(name)
}
