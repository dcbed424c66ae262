import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { githubContract, ownContract, type Subject } from './contracts.ts'
import { type Reading, readOperation } from './reading.ts'
import { type Rendered, renderOurs, renderRedoc, renderScalar } from './renderers.ts'

const help = `Measures our docs beside redocly build-docs and Scalar, on the same contracts.

  npm run bench:docs -w @cloudcockpit/benchmarks [-- --own | --github] [--ours]

  --own     only the contract of this repository
  --github  only GitHub's REST description (fetched into the temporary folder, never into the repository)
  --ours    only our docs

Needs Chromium (CHROMIUM_PATH, default /usr/bin/chromium) and, the first time, the package registry.
`

const renderers = [renderOurs, renderRedoc, renderScalar]

async function main(flags: ReadonlySet<string>): Promise<void> {
  const scratch = join(tmpdir(), 'cloudcockpit-bench-docs')
  mkdirSync(scratch, { recursive: true })
  const subjects = [
    ...(flags.has('--github') ? [] : [ownContract()]),
    ...(flags.has('--own') ? [] : [githubContract(scratch)]),
  ]
  for (const subject of subjects) {
    say(`\n${subject.name}: ${subject.operationId}, property ${subject.property}\n`)
    say(
      '| renderer | build | pages | largest, mean HTML | pages over 100 kB | bytes to read | property visible | facts without JS | broken WCAG rules |',
    )
    say('|---|---|---|---|---|---|---|---|---|')
    for (const render of flags.has('--ours') ? [renderOurs] : renderers)
      say(await row(render, subject, scratch))
  }
}

async function row(render: typeof renderOurs, subject: Subject, scratch: string): Promise<string> {
  const rendered = render(subject, scratch)
  const reading = await readOperation(rendered, subject)
  return `| ${cells(rendered, reading).join(' | ')} |`
}

function cells(rendered: Rendered, { bytes, visible, facts, brokenRules }: Reading): string[] {
  return [
    rendered.renderer,
    `${rendered.seconds.toFixed(1)} s`,
    String(rendered.pages),
    `${kilobytes(rendered.largest)}, ${kilobytes(rendered.mean)}`,
    String(rendered.heavy),
    kilobytes(bytes),
    visible === undefined ? 'never' : `${(visible / 1000).toFixed(1)} s`,
    `${String(facts.readable)} of ${String(facts.all)}`,
    String(brokenRules),
  ]
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`
}

if (process.argv.includes('--help')) say(help)
else await main(new Set(process.argv.slice(2)))

/** Writes a line for people. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
