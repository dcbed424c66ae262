import type { Json, JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { type Comparison, inside, type Place, same } from './comparison.ts'
import { show } from './words.ts'

const words = [
  '$comment',
  'description',
  'example',
  'examples',
  'externalDocs',
  'summary',
  'tags',
  'title',
  'xml',
]

/** Marks of our own that reach callers: the client acts on them. All others only explain. */
const visible: Record<string, { added: Weight; removed: Weight; changed: Weight; consequence: string }> = {
  'x-sensitive': {
    added: 'additive',
    removed: 'additive',
    changed: 'additive',
    consequence: 'The client hides marked values in logs and errors.',
  },
  'x-reconcile': {
    added: 'additive',
    removed: 'breaking',
    changed: 'breaking',
    consequence: 'It tells callers which read settles a create whose answer was lost.',
  },
  'x-environment': {
    added: 'additive',
    removed: 'breaking',
    changed: 'breaking',
    consequence: 'Callers choose a server by it.',
  },
}

type Weight = 'breaking' | 'additive'

/** Reports reworded descriptions, other examples and the like: nothing that a program notices. */
export function compareWords(comparison: Comparison, at: Place, older: JsonObject, newer: JsonObject): void {
  for (const keyword of words) {
    if (same(older[keyword], newer[keyword])) continue
    const verb =
      older[keyword] === undefined
        ? 'was added to'
        : newer[keyword] === undefined
          ? 'was removed from'
          : 'changed at'
    const statement = `\`${keyword}\` ${verb} \`${at.subject}\`.`
    comparison.editorial(inside(at, '', keyword), { rule: keyword, statement })
  }
}

/** Compares `deprecated`, defaults of requests, and the marks of our own. */
export function compareMarks(comparison: Comparison, at: Place, older: JsonObject, newer: JsonObject): void {
  compareDeprecation(comparison, at, older, newer)
  compareDefault(comparison, at, older['default'], newer['default'])
  for (const mark of new Set([...Object.keys(older), ...Object.keys(newer)])) {
    if (!mark.startsWith('x-') || handled.has(mark) || same(older[mark], newer[mark])) continue
    const [before, after] = [older[mark], newer[mark]]
    const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
    const statement = `The mark \`${mark}\` of \`${at.subject}\` was ${change}.`
    const place = inside(at, '', mark)
    const rule = `${mark}-${change}`
    const effect = visible[mark]
    if (effect === undefined) comparison.editorial(place, { rule, statement, before, after })
    else
      comparison[effect[change]](place, { rule, statement, before, after, consequence: effect.consequence })
  }
}

/** Marks that the comparison of operations judges. */
const handled = new Set(['x-roles', 'x-retry-safety'])

function compareDeprecation(comparison: Comparison, at: Place, older: JsonObject, newer: JsonObject): void {
  const [before, after] = [older['deprecated'] === true, newer['deprecated'] === true]
  if (before === after) return
  comparison.additive(at, {
    rule: 'deprecated',
    statement: `\`${at.subject}\` is ${after ? 'now' : 'no longer'} marked as deprecated.`,
    consequence: after ? 'It still works; plan to do without it.' : 'It is here to stay.',
  })
}

function compareDefault(
  comparison: Comparison,
  at: Place,
  before: Json | undefined,
  after: Json | undefined,
): void {
  if (same(before, after)) return
  const statement = `The default of \`${at.subject}\` changed from ${show(before)} to ${show(after)}.`
  const finding = { rule: 'default', statement, before, after }
  // The default of an answer says nothing: the value is there or it is not.
  if (at.side === 'response') comparison.editorial(at, finding)
  else if (before === undefined)
    comparison.additive(at, { ...finding, consequence: 'What happens without the value is now said.' })
  else
    comparison.breaking(at, {
      ...finding,
      consequence: 'Callers that leave the value out get other results now.',
    })
}
