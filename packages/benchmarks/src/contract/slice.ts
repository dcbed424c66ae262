import {
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  resolve,
} from '@cloudcockpit/openapi/scripts/contract.ts'

/**
 * A part of a contract that is a contract itself: every n-th path, and the components that those reach.
 * @param document a bundled contract
 * @param parts how many parts there are; 1 gives the paths and what they reach
 */
export function slice(document: JsonObject, parts: number): JsonObject {
  const kept = Object.entries(objectAt(document, 'paths')).filter((_, index) => index % parts === 0)
  const paths = Object.fromEntries(kept)
  const reached = new Set<string>()
  reach(document, paths, reached)
  const kinds = Object.entries(objectAt(document, 'components')).map(([kind, named]): [string, Json] => {
    const isReached = ([name]: [string, Json]) =>
      kind === 'securitySchemes' || reached.has(`#/components/${kind}/${name}`)
    return [kind, Object.fromEntries(Object.entries(isObject(named) ? named : {}).filter(isReached))]
  })
  const { webhooks: _, ...rest } = document
  return { ...rest, paths, components: Object.fromEntries(kinds) }
}

function reach(document: JsonObject, value: Json, reached: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) reach(document, item, reached)
  if (!isObject(value)) return
  const { $ref } = value
  if (typeof $ref === 'string' && !reached.has($ref)) {
    reached.add($ref)
    reach(document, resolve(document, { $ref }).value, reached)
  }
  for (const item of Object.values(value)) reach(document, item, reached)
}
