import { isObject, type Json, type JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { type Comparison, type Place, same } from './comparison.ts'
import { compareMarks, compareWords } from './marks.ts'
import { textAt } from './words.ts'

/** Compares the addresses under which the API answers. Their order counts: the first is the default. */
export function compareServers(comparison: Comparison, at: Place, before: Json, after: Json): void {
  const [older, newer] = [byUrl(before), byUrl(after)]
  const place = (url: string): Place => ({ ...at, subject: `server ${url}`, pointer: '/servers' })
  for (const [url, server] of older) {
    const other = newer.get(url)
    if (other === undefined) {
      comparison.breaking(place(url), {
        rule: 'server-removed',
        statement: `The server \`${url}\` is gone.`,
        consequence: 'Calls of it are no longer described, and may fail.',
      })
      continue
    }
    compareWords(comparison, place(url), server, other)
    compareMarks(comparison, place(url), server, other)
    if (!same(server['variables'], other['variables']))
      comparison.breaking(place(url), {
        rule: 'server-variables',
        statement: `The variables of the server \`${url}\` changed.`,
        consequence: 'Callers that fill them in reach another address.',
      })
  }
  for (const url of newer.keys()) {
    if (older.has(url)) continue
    comparison.additive(place(url), {
      rule: 'server-added',
      statement: `The server \`${url}\` is new.`,
      consequence: 'Nobody has to call it.',
    })
  }
  const [first, now] = [[...older.keys()][0], [...newer.keys()][0]]
  if (first !== undefined && now !== undefined && first !== now && newer.has(first))
    comparison.breaking(place(now), {
      rule: 'server-order',
      statement: `The first server is now \`${now}\`; it was \`${first}\`.`,
      consequence: 'Callers that take the first server reach another one.',
    })
}

function byUrl(value: Json): Map<string, JsonObject> {
  const servers = Array.isArray(value) ? value.filter(isObject) : []
  return new Map(servers.map((server) => [textAt(server, 'url'), server]))
}
