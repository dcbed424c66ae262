import { parseArgs, styleText } from 'node:util'
import { changes, contractCorners } from './contract-corners.ts'
import { type Corner, type Finding, wrong } from './corner.ts'
import { downstreamCorners } from './downstream-corners.ts'
import { lookOnce } from './remember.ts'

const help = `npm run check [-- options]

Looks at every corner that must agree with the contract, and names what is stale, wrong or untested and what mends
it. Corners whose files are as they were at the last good look are not looked at again. Ends with 1 when one is wrong.

  --only <corner>   this corner only; may be given several times
  --json            for programs
  --help            print this
`

const all = [...contractCorners, ...downstreamCorners, changes]
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) process.stdout.write(`${help}\nCorners: ${all.map(({ name }) => name).join(', ')}\n`)
else await check(all.filter(({ name }) => values.only === undefined || values.only.includes(name)))

async function check(corners: Corner[]): Promise<void> {
  const unknown = (values.only ?? []).filter((name) => !all.some((corner) => corner.name === name))
  if (unknown.length > 0) throw new Error(`There is no corner ${unknown.join(', ')}. --help lists them.`)
  const found = await Promise.all(
    corners.map(async (corner) => {
      const start = performance.now()
      const finding = await lookOnce(corner).catch(unfinished)
      const line = { corner: corner.name, seconds: (performance.now() - start) / 1000, ...finding }
      if (!values.json) process.stdout.write(asLine(line))
      return line
    }),
  )
  if (values.json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
  // A corner may have loaded code that would keep the process alive.
  process.exit(found.every(({ ok }) => ok) ? 0 : 1)
}

function unfinished(error: unknown): Finding {
  return wrong(
    `could not be looked at: ${error instanceof Error ? error.message : String(error)}`,
    'Mend that first',
  )
}

function asLine(line: { corner: string; seconds: number } & Finding): string {
  const word = line.ok ? paint('green', 'ok   ') : paint('red', 'wrong')
  const mend = line.ok ? '' : `\n${' '.repeat(24)}→ ${line.mend}`
  return `${word} ${line.corner.padEnd(8)} ${line.seconds.toFixed(1).padStart(5)} s  ${line.detail}${mend}\n`
}

function paint(colour: 'green' | 'red', text: string): string {
  return process.stdout.isTTY ? styleText(colour, text) : text
}
