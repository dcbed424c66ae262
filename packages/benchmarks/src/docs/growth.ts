import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isObject, type JsonObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import { slice } from '../contract/slice.ts'
import type { Subject } from './contracts.ts'
import { type Rendered, renderOurs } from './renderers.ts'

/** A build of our docs from a part of a contract. */
export interface Grown {
  /** 1 for the whole, 4 for a quarter. */
  parts: number
  operations: number
  /** Size of the document in bytes. */
  bytes: number
  rendered: Rendered
}

/**
 * Builds our docs from a quarter, a half and the whole of a contract: every fourth path, every second, all, each
 * with the components that those reach.
 * @param scratch where the parts and the sites go
 * @param told takes what is done next
 */
export function measureGrowth(subject: Subject, scratch: string, told: (text: string) => void): Grown[] {
  const document: unknown = JSON.parse(readFileSync(subject.file, 'utf8'))
  if (!isObject(document)) throw new Error(`${subject.file} holds no object.`)
  return [4, 2, 1].map((parts) => {
    told(`${subject.name}: ours, from 1/${String(parts)} of it`)
    const part = slice(document, parts)
    const file = join(scratch, `part-${String(parts)}.json`)
    const text = JSON.stringify(part)
    writeFileSync(file, text)
    const rendered = renderOurs({ ...subject, file }, scratch)
    return { parts, operations: countOperations(part), bytes: Buffer.byteLength(text), rendered }
  })
}

function countOperations(document: JsonObject): number {
  const items = Object.values(objectAt(document, 'paths')).filter(isObject)
  const methods = items.flatMap((item) => Object.keys(item))
  return methods.filter((key) => /^(get|put|post|delete|patch|head|options|trace)$/.test(key)).length
}

/** The measurements as a table, with a sentence on how the cost grows. */
export function growthReport(subject: Subject, grown: readonly Grown[]): string {
  const columns = ['part', 'operations', 'document', 'pages', 'HTML', 'build', 'per page']
  const rows = grown.map(({ parts, operations, bytes, rendered: { pages, mean, seconds } }) => [
    parts === 1 ? 'all' : `1/${String(parts)}`,
    String(operations),
    megabytes(bytes),
    String(pages),
    megabytes(pages * mean),
    `${seconds.toFixed(1)} s`,
    `${((1000 * seconds) / pages).toFixed(0)} ms`,
  ])
  const rule = ['---', ...columns.slice(1).map(() => '---:')]
  const lines = [columns, rule, ...rows].map((row) => `| ${row.join(' | ')} |`)
  return `## How the cost of our build grows

From parts of ${subject.name}:
every fourth path, every second, all, each with the components that those reach (so without webhooks, and without
schemas that nothing refers to). "Build" has the start of Astro and Vite in it, which is the same for each.

${lines.join('\n')}

${sentence(grown)}
`
}

function sentence(grown: readonly Grown[]): string {
  const [first, last] = [grown[0], grown.at(-1)]
  if (first === undefined || last === undefined) return ''
  const times = (of: (one: Grown) => number) => (of(last) / of(first)).toFixed(1)
  const pages = times(({ rendered }) => rendered.pages)
  const html = times(({ rendered }) => rendered.pages * rendered.mean)
  const seconds = times(({ rendered }) => rendered.seconds)
  return `The whole has ${pages} times the pages of the quarter and ${html} times the HTML; its build takes ${seconds} times as long.`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
