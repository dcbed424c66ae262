import { cpus } from 'node:os'
import type { Load } from './load.ts'

/** What was measured of one server under load. */
export interface Row extends Load {
  name: string
  megabytes: number
  /** Microseconds of processor time per request. */
  cpu: number
}

/** What was measured of one number of stored customers. */
export interface Size {
  name: string
  create: Load
  search: Load
  page: Load
  megabytes: number
}

/** What was measured of one kind of start. */
export interface Start {
  name: string
  /** Of several starts, in milliseconds. */
  median: number
  best: number
  /** Where something is asked for. */
  asked?: number
  megabytes: number
}

/** The whole measurement as Markdown. */
export function report(
  rows: readonly Row[],
  sizes: readonly Size[],
  starts: readonly Start[],
  bytes: number,
  seconds: number,
): string {
  return `# The sandbox, measured

Made by \`npm run bench:sandbox -w @cloudcockpit/benchmarks -- ${process.argv.slice(2).join(' ')}\`; ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node},
${cpus().length} processors (${cpus()[0]?.model ?? 'unknown'}), load generator on the same machine. Ratios hold; rates do not travel.

## A validated POST

${bytes} bytes over 20 connections, ${seconds} seconds each after a warm-up. The built sandbox as production runs it:
answers are not validated; no log, as with the other two, unless the row says so.

${table(
  ['server', 'per second', 'to bare', 'times Prism', 'processor per request', 'median', 'memory', 'errors'],
  rows.map((row) => posted(row, rows)),
)}

${verdict(rows)}

## With customers stored

Creates, searches by a random \`InternalIdentifier\` (an exact one, \`pageSize=25\`), and the first page of all.

${table(
  [
    'stored',
    'creates per second',
    'searches per second',
    'median',
    'first pages per second',
    'median',
    'memory',
    'errors',
  ],
  sizes.map(({ name, create, search, page, megabytes }) => [
    name,
    Math.round(create.rate),
    Math.round(search.rate),
    ms(search.median),
    Math.round(page.rate),
    ms(page.median),
    `${megabytes} MB`,
    create.errors + search.errors + page.errors,
  ]),
)}

## Time until ready

From starting the process (\`node dist/server.js\`) to the first good answer of \`/readyz\`, five starts each;
of PGlite alone, from starting Node until it has answered \`select 1\` and ended.

${table(
  ['database', 'median', 'best', 'asked for', 'memory'],
  starts.map(({ name, median, best, asked, megabytes }) => [
    name,
    `${median} ms`,
    `${best} ms`,
    asked === undefined ? '–' : `${asked} ms`,
    `${megabytes} MB`,
  ]),
)}
`
}

function posted(row: Row, rows: readonly Row[]): (string | number)[] {
  const { name, rate, cpu, median, megabytes, errors } = row
  const { bare, prism } = references(rows)
  const times = prism === undefined ? '–' : (rate / prism.rate).toFixed(1)
  const toBare = bare === undefined ? '–' : (rate / bare.rate).toFixed(2)
  return [name, Math.round(rate), toBare, times, `${cpu} µs`, ms(median), `${megabytes} MB`, errors]
}

function verdict(rows: readonly Row[]): string {
  const { bare, prism, stub } = references(rows)
  if (stub === undefined || bare === undefined) return ''
  const ratio = (stub.rate / bare.rate).toFixed(2)
  const times = prism === undefined ? 'not measured' : (stub.rate / prism.rate).toFixed(1)
  return `Asked for: stub storage at least 0.5 of bare (measured: ${ratio}) and 6 times Prism (measured: ${times}).`
}

function references(rows: readonly Row[]) {
  const find = (part: string) => rows.find(({ name }) => name.includes(part))
  return { bare: find('bare'), prism: find('Prism'), stub: find('stub') }
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
}
