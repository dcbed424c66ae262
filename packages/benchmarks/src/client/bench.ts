import { mkdirSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAborts, measureCanaries, measureDuplicates, measureTokenBurst } from './safety.ts'
import { measureSpeed } from './speed.ts'
import { measureWeights } from './weight.ts'

const help = `npm run bench:client [-- --quick]

Measures @cloudcockpit/client beside bare fetch, openapi-fetch, ky and axios, and what it promises of safety. Writes
results/client.md. Build the client first. Ends with 1 when a promise is broken.

  --quick   small numbers, for a look; writes nothing
`
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, help: { type: 'boolean' } } })
const root = join(import.meta.dirname, '../..')

if (values.help) process.stdout.write(help)
else await main(values.quick ?? false)

async function main(quick: boolean): Promise<void> {
  const note = (text: string) => process.stderr.write(`${text}\n`)
  note('sizes and imports')
  const weights = await measureWeights(root)
  note('calls per second')
  const speeds = await measureSpeed(quick ? 3 : 11, quick ? 300 : 2000)
  note('token burst, aborts, canaries')
  const tokenCalls = await measureTokenBurst()
  const aborts = await measureAborts()
  const canaries = await measureCanaries()
  note('faulted creates')
  const faulted = await measureDuplicates(quick ? 500 : 10_000)

  const speed = (name: string) =>
    speeds.find((one) => one.name === name) ?? { callsPerSecond: NaN, cpuMicroseconds: NaN }
  const bare = speed('bare fetch')
  const ours = speed('@cloudcockpit/client')
  const generated = speed('openapi-fetch')
  const ratio = ours.callsPerSecond / generated.callsPerSecond
  const added = ours.cpuMicroseconds - bare.cpuMicroseconds
  const slowest = Math.max(...Object.values(aborts))
  const promises: [text: string, value: string, kept: boolean][] = [
    ['calls per second, to openapi-fetch', `${ratio.toFixed(2)} (at least 0.9)`, ratio >= 0.9],
    ['CPU added per call, to bare fetch', `${added.toFixed(0)} µs (under 30)`, added < 30],
    ['token calls for 100 refused calls', `${tokenCalls} (1)`, tokenCalls === 1],
    [
      `duplicates over ${faulted.creates} faulted creates`,
      `${faulted.duplicates} (0)`,
      faulted.duplicates === 0,
    ],
    ['wrong reports of these', `${faulted.wrong} (0)`, faulted.wrong === 0],
    ['slowest abort', `${slowest.toFixed(1)} ms (under 50)`, slowest < 50],
    [`canaries seen in ${canaries.looked} texts`, `${canaries.hits} (0)`, canaries.hits === 0],
  ]
  const text = `# The client, measured

Made by \`npm run bench:client\` on Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}.
Ratios within one table hold; absolute times are those of this machine.

## Promises

| promise | measured (promised) | kept |
| --- | --- | --- |
${promises.map(([name, value, kept]) => `| ${name} | ${value} | ${kept ? 'yes' : 'NO'} |`).join('\n')}

Of the faulted creates ${faulted.done} were done, ${faulted.maybe} reported as maybe applied, ${faulted.failed} as not applied.
Aborts, longest of ten: ${Object.entries(aborts)
    .map(([phase, ms]) => `${phase} ${ms.toFixed(1)} ms`)
    .join(', ')}.

## Speed

A create of \`requestExamples.createCustomer.microsoft\` over one connection on this machine, one call after the other; medians.
Ours with a token source, a hook for events, retries, limits and masking on.

| library | calls per second | to bare fetch | CPU per call | CPU added |
| --- | ---: | ---: | ---: | ---: |
${speeds.map((one) => `| ${one.name} | ${one.callsPerSecond.toFixed(0)} | ${(one.callsPerSecond / bare.callsPerSecond).toFixed(2)} | ${one.cpuMicroseconds.toFixed(0)} µs | ${(one.cpuMicroseconds - bare.cpuMicroseconds).toFixed(0)} µs |`).join('\n')}

## Weight

The same program with each library, bundled for browsers; and \`import()\` in a new Node process.

| library | minified | gzip | import |
| --- | ---: | ---: | ---: |
${weights.map((one) => `| ${one.name} | ${one.minified} | ${one.gzip} | ${one.importMs ? `${one.importMs.toFixed(0)} ms` : '-'} |`).join('\n')}
`
  if (!quick) {
    mkdirSync(join(root, 'results'), { recursive: true })
    writeFileSync(join(root, 'results/client.md'), text)
  }
  process.stdout.write(text)
  if (promises.some(([, , kept]) => !kept)) process.exitCode = 1
}
