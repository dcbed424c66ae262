import { arch, cpus, platform } from 'node:os'
import type { Growth, Measured } from './measure.ts'

/** The measurements as Markdown. */
export function report(measured: Measured[]): string {
  const [cpu] = cpus()
  return `# The pipeline on big contracts

Made by \`npm run bench:contract -w @cloudcockpit/benchmarks\` on ${platform()} ${arch()}, ${cpus().length} cores
(${cpu?.model ?? 'unknown'}), Node ${process.version}.
Contracts: ${measured.map(({ contract }) => `${contract.name} (\`${contract.source}\`)`).join(', ')}.

## Beside the bare tools

Each stage is a process of its own, its start included; the bare tool runs in the same minute, without a configuration.
Our lint has all rules of \`openapi/redocly.yaml\`, Redocly's strict ones among them; of a contract that was not written
for them it reports tens of thousands of problems.

| contract | stage | wall s | bare s | ratio | processor s | bare s | ratio | peak MB | bare MB | ratio |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${measured.flatMap(rowsOf).join('\n')}

## What only we do

In processor seconds of the stage itself, on a part of each contract (every fourth path, every second, all, with the components
that those reach). \`rules\` is what our own rules, the orphan check among them, add to a walk without rules over the
contract in many files (the least of three rounds); \`diff\` compares the contract with one in which every tenth schema
has lost a property and every tenth operation has another description.

| contract | part | operations | rules s | facts s | diff s | together, ms per operation |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${measured.flatMap(({ contract, growth }) => growth.map((each) => growthRow(contract.name, each))).join('\n')}

${measured.map(sentence).join('\n')}
`
}

function rowsOf({ contract, rows }: Measured): string[] {
  return rows.map(({ stage, cost, bare }) => {
    const numbers = (['seconds', 'processor', 'megabytes'] as const).flatMap((key) => {
      const digits = key === 'megabytes' ? 0 : 1
      const own = cost[key].toFixed(digits)
      return bare ? [own, bare[key].toFixed(digits), (cost[key] / bare[key]).toFixed(2)] : [own, '', '']
    })
    return `| ${[contract.name, stage, ...numbers].join(' | ')} |`
  })
}

function growthRow(name: string, growth: Growth): string {
  const { parts, operations, rules, facts, diff } = growth
  const each = ((1000 * together(growth)) / operations).toFixed(2)
  const seconds = [rules, facts, diff].map((value) => value.toFixed(2))
  return `| ${[name, parts === 1 ? 'all' : `1/${parts}`, operations, ...seconds, each].join(' | ')} |`
}

function together({ rules, facts, diff }: Growth): number {
  return rules + facts + diff
}

function sentence({ contract, rows, growth }: Measured): string {
  const whole = growth.find(({ parts }) => parts === 1)
  const bare = rows.reduce((sum, row) => sum + (row.bare?.processor ?? 0), 0)
  const added = whole === undefined ? Number.NaN : together(whole)
  return `${contract.name}: what only we do adds ${added.toFixed(1)} processor seconds to the ${bare.toFixed(1)} of the two bare tools, ${((100 * added) / bare).toFixed(0)} %.`
}
