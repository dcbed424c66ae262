import { arch, cpus, platform } from 'node:os'
import type { Faulted } from './safety.ts'
import type { Speed, Spread } from './speed.ts'
import { standardError } from './statistics.ts'
import type { Weight } from './weight.ts'

/** Everything that was measured. */
export interface Measured {
  readonly weights: readonly Weight[]
  readonly speeds: readonly Speed[]
  readonly rounds: number
  readonly calls: number
  /** The load of the machine before and after the calls. */
  readonly load: readonly [before: number, after: number]
  readonly tokenCalls: number
  readonly aborts: Readonly<Record<string, number>>
  readonly canaries: { readonly looked: number; readonly hits: number }
  readonly faulted: Faulted
}

const ours = '@cloudcockpit/client'
const none = { ratio: [NaN, NaN, NaN], added: [NaN, NaN, NaN] } as const satisfies Speed['to'][string]

/** Writes what was measured: all of it, the table of promises alone, and whether they are kept. */
export function report(measured: Measured): { text: string; promises: string; isKept: boolean } {
  const { weights, speeds, rounds, calls, load, aborts, faulted } = measured
  const all = promisesOf(measured)
  const promises = table(
    ['promise', 'measured (promised)', 'kept'],
    all.map(([name, value, kept]) => [name, value, kept ? 'yes' : 'NO']),
  )
  const own = speeds.find(({ name }) => name === ours)?.to ?? {}
  const text = `# The client, measured

Made by \`npm run bench:client -w @cloudcockpit/benchmarks\` on Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}.
Ratios within one table hold; absolute times are those of this machine. Its load was ${load[0].toFixed(1)} before the calls and ${load[1].toFixed(1)} after them.

## Promises

${promises}

"CPU added" is user and system time of the calling process, to the same call by openapi-fetch, over which the client is
a thin layer; "±" is the standard error of that median. To bare fetch it is ${spread(own['bare fetch']?.added ?? none.added)} µs, in part what the platform
takes for a signal that can abort, and for reading a body piece by piece, so that its size can be limited.

Of the faulted creates ${faulted.done} were done, ${faulted.maybe} reported as maybe applied, ${faulted.failed} as not applied.
From abort to rejection, longest of ten: ${Object.entries(aborts)
    .map(([phase, ms]) => `${phase} ${ms.toFixed(1)} ms`)
    .join(', ')}.

## Speed

A create of \`requestExamples.createCustomer.microsoft\` over one connection on this machine, one call after the other. The
server and each library have a process of their own; ${rounds} rounds in which each library has a turn of ${calls} calls. Medians of
the turns; comparisons are medians over the rounds, of turns of one round, with quartiles in brackets. Ours with a
token source, a hook for events, retries, limits and masking on.

${table(
  [
    'library',
    'calls per second',
    'to bare fetch',
    'to openapi-fetch',
    'CPU per call',
    'CPU added to bare fetch',
    'CPU added to openapi-fetch',
  ],
  speeds.map(({ name, callsPerSecond, cpuMicroseconds, to }) => {
    const [bare, generated] = [to['bare fetch'] ?? none, to['openapi-fetch'] ?? none]
    return [
      name,
      callsPerSecond.toFixed(0),
      bare.ratio[1].toFixed(2),
      generated.ratio[1].toFixed(2),
      `${cpuMicroseconds.toFixed(0)} µs`,
      `${spread(bare.added)} µs`,
      `${spread(generated.added)} µs`,
    ]
  }),
)}

## Weight

The same program with each library, bundled for browsers: a token by client credentials, then a create. Only ours keeps
the token, renews it, retries, limits and masks. And \`import()\` in a new Node process.

${table(
  ['library', 'minified', 'gzip', 'import'],
  weights.map(({ name, minified, gzip, importMs }) => [
    name,
    String(minified),
    String(gzip),
    importMs > 0 ? `${importMs.toFixed(0)} ms` : '-',
  ]),
)}
`
  return { text, promises, isKept: all.every(([, , kept]) => kept) }
}

function promisesOf(measured: Measured): [text: string, value: string, kept: boolean][] {
  const { speeds, rounds, weights, tokenCalls, faulted, aborts, canaries } = measured
  const { ratio, added } = speeds.find(({ name }) => name === ours)?.to['openapi-fetch'] ?? none
  const gzip = weights.find(({ name }) => name === ours)?.gzip ?? NaN
  const slowest = Math.max(...Object.values(aborts))
  const { creates, duplicates, wrong } = faulted
  return [
    ['calls per second, to openapi-fetch', `${ratio[1].toFixed(2)} (at least 0.9)`, ratio[1] >= 0.9],
    [
      'CPU added per call, to openapi-fetch',
      `${added[1].toFixed(0)} ± ${standardError(added, rounds).toFixed(0)} µs (under 30)`,
      added[1] < 30,
    ],
    ['a program with a token and a create', `${gzip} bytes (at most 5120)`, gzip <= 5120],
    ['token calls for 100 refused calls', `${tokenCalls} (1)`, tokenCalls === 1],
    [`duplicates over ${creates} faulted creates`, `${duplicates} (0)`, duplicates === 0],
    ['wrong reports of these', `${wrong} (0)`, wrong === 0],
    ['slowest abort', `${slowest.toFixed(1)} ms (under 50)`, slowest < 50],
    [`canaries seen in ${canaries.looked} texts`, `${canaries.hits} (0)`, canaries.hits === 0],
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function spread([low, middle, high]: Spread): string {
  return `${middle.toFixed(0)} (${low.toFixed(0)} to ${high.toFixed(0)})`
}
