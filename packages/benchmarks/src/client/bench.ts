import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { report, type Measured } from './report.ts'
import { measureAborts, measureCanaries, measureDuplicates, measureTokenBurst } from './safety.ts'
import { measureSpeed } from './speed.ts'
import { measureWeights } from './weight.ts'

const help = `npm run bench:client [-- --quick]

Measures @cloudcockpit/client beside bare fetch, openapi-fetch, ky and axios, and what it promises of safety. Writes
results/client.md, and the table of promises into the client's README. Build the client first, and leave the machine
alone for three minutes. Ends with 1 when a promise is broken.

  --quick   small numbers, for a look; writes nothing
`
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, help: { type: 'boolean' } } })
const root = join(import.meta.dirname, '../..')

if (values.help) process.stdout.write(help)
else await main(values.quick ?? false)

async function main(quick: boolean): Promise<void> {
  const { text, promises, isKept } = report(await measure(quick))
  if (!quick) write(text, promises)
  process.stdout.write(text)
  if (!isKept) process.exitCode = 1
}

async function measure(quick: boolean): Promise<Measured> {
  progress('sizes and imports')
  const weights = await measureWeights(root)
  const loadBefore = loadavg()[0] ?? NaN
  const [rounds, calls, warmUp] = quick ? [5, 100, 300] : [160, 100, 3000]
  const speeds = await measureSpeed(rounds, calls, warmUp, (round) => {
    progress(`calls per second, round ${round + 1} of ${rounds}`)
  })
  const loadAfter = loadavg()[0] ?? NaN
  progress('token burst, aborts, canaries')
  const tokenCalls = await measureTokenBurst()
  const aborts = await measureAborts()
  const canaries = await measureCanaries()
  progress('faulted creates')
  const faulted = await measureDuplicates(quick ? 500 : 10_000)
  progress('')
  const load = [loadBefore, loadAfter] as const
  return { weights, speeds, rounds, calls, load, tokenCalls, aborts, canaries, faulted }
}

/** Says on a terminal what is being done. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`)
}

/** Writes the results, and their table of promises into the README that quotes it. */
function write(text: string, promises: string): void {
  const results = join(root, 'results/client.md')
  const readme = join(root, '../client/README.md')
  mkdirSync(join(root, 'results'), { recursive: true })
  writeFileSync(results, text)
  const old = readFileSync(readme, 'utf8')
  const marked = /(?<=<!-- figures -->\n)[\s\S]*?(?=<!-- \/figures -->)/
  writeFileSync(
    readme,
    old.replace(marked, () => `\n${promises}\n\n`),
  )
  spawnSync('npx', ['prettier', '--write', results, readme], { stdio: 'ignore' })
}
