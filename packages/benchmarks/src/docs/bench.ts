import { mkdirSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { githubContract, ownContract, type Subject } from './contracts.ts'
import { growthReport, measureGrowth } from './growth.ts'
import { type Reading, readOperation } from './reading.ts'
import { type Rendered, renderOurs, renderRedoc, renderScalar } from './renderers.ts'

const help = `Measures our docs beside redocly build-docs and Scalar, on the same contracts, and how the cost of our build grows
with the contract. Writes results/docs.md.

  npm run bench:docs -w @cloudcockpit/benchmarks [-- --own | --github | --growth] [--ours]

  --own     only the contract of this repository; writes nothing
  --github  only GitHub's REST description (fetched into the temporary folder, never into the repository);
            writes nothing
  --growth  only our builds of a quarter, a half and the whole of it; writes nothing
  --ours    only our docs; writes nothing

Needs Chromium (CHROMIUM_PATH, default /usr/bin/chromium) and, the first time, the package registry.
`

const columns = [
  'renderer',
  'build',
  'pages',
  'HTML per page: largest, mean',
  'pages over 100 kB',
  'bytes to read it',
  'property visible after',
  'facts without JavaScript',
  'broken WCAG rules',
]

const { values } = parseArgs({
  options: {
    own: { type: 'boolean', default: false },
    github: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    ours: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) process.stdout.write(help)
else await main(values)

async function main(only: { own: boolean; github: boolean; growth: boolean; ours: boolean }): Promise<void> {
  const scratch = join(tmpdir(), 'cloudcockpit-bench-docs')
  mkdirSync(scratch, { recursive: true })
  if (only.growth) {
    process.stdout.write(growth(scratch))
    return
  }
  const subjects = [...(only.github ? [] : [ownContract()]), ...(only.own ? [] : [githubContract(scratch)])]
  const renderers = only.ours ? [renderOurs] : [renderOurs, renderRedoc, renderScalar]
  const tables: string[] = []
  for (const subject of subjects) tables.push(await table(subject, renderers, scratch))
  const isPart = only.own || only.github || only.ours
  if (!isPart) tables.push(growth(scratch))
  const text = report(tables)
  process.stdout.write(text)
  if (isPart) return
  const results = join(import.meta.dirname, '../../results')
  mkdirSync(results, { recursive: true })
  writeFileSync(join(results, 'docs.md'), text)
}

/** How the cost of our build grows, measured on GitHub's description. */
function growth(scratch: string): string {
  const subject = githubContract(scratch)
  return growthReport(subject, measureGrowth(subject, scratch, say))
}

/** Writes a line for people who wait. */
function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

function report(tables: readonly string[]): string {
  return `# The docs, measured

Made by \`npm run bench:docs -w @cloudcockpit/benchmarks\` on Node ${process.version}, ${platform()} ${arch()}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}.

One operation is read in Chromium with an empty cache, 1.6 Mbit/s, 150 ms of latency and a processor slowed down
four times. Bytes are those on the wire, compressed, until the network is quiet. A fact is a word that the contract
says of the operation: a property, a constraint, a status; it counts when it stands in the text of the operation's
page as it is delivered. What a renderer puts on other pages does not count here. Absolute times are those of this
machine.

${tables.join('\n')}`
}

async function table(
  subject: Subject,
  renderers: readonly (typeof renderOurs)[],
  scratch: string,
): Promise<string> {
  const rows: string[][] = []
  for (const render of renderers) {
    say(`${subject.name}: ${render.name}`)
    const rendered = render(subject, scratch)
    rows.push(cells(rendered, await readOperation(rendered, subject)))
  }
  const lines = [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  return `## ${subject.name}\n\nThe operation \`${subject.operationId}\`, its property \`${subject.property}\`.\n\n${lines.join('\n')}\n`
}

function cells(rendered: Rendered, { bytes, visible, facts, brokenRules }: Reading): string[] {
  return [
    rendered.renderer,
    `${rendered.seconds.toFixed(1)} s`,
    String(rendered.pages),
    `${kilobytes(rendered.largest)}, ${kilobytes(rendered.mean)}`,
    String(rendered.heavy),
    kilobytes(bytes),
    visible === undefined ? 'never in two minutes' : `${(visible / 1000).toFixed(1)} s`,
    `${String(facts.readable)} of ${String(facts.all)}`,
    String(brokenRules),
  ]
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`
}
