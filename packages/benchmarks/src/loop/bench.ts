import { execFile, spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { arch, cpus, loadavg, platform } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const help = `npm run bench:loop -w @cloudcockpit/benchmarks

Runs the tests of the author's loop, which follow real saves in scratch copies, and writes the times that they print
to results/loop.md. Some five minutes; the numbers are only good on a quiet machine.
`

/** What the tests print, and what that is. */
const measured = {
  'save to types': 'from a save to the generated types on the disk: lint and generation',
  'save to page': 'from a save to its words on the page that is open in a browser',
  'save to route': 'from a save to the answer of the route that is new in the sandbox',
  'check when nothing changed': '`npm run check` once more after a good one, its start included',
} as const

if (process.argv.includes('--help')) process.stdout.write(help)
else await bench()

async function bench(): Promise<void> {
  const before = loadavg()[0] ?? 0
  const { stdout } = await promisify(execFile)(
    'npm',
    ['run', '--silent', 'test:loop', '-w', '@cloudcockpit/contract-tools'],
    { cwd: fileURLToPath(new URL('../../../../', import.meta.url)) },
  )
  const text = report(stdout, before)
  const path = fileURLToPath(new URL('../../results/loop.md', import.meta.url))
  await writeFile(path, text)
  spawnSync('npx', ['prettier', '--write', path], { stdio: 'ignore' })
  process.stdout.write(text)
}

function report(printed: string, load: number): string {
  const rows = Object.entries(measured).map(([name, meaning]) => {
    const [, list] = new RegExp(`^${name}: (.*)$`, 'm').exec(printed) ?? []
    if (list === undefined) throw new Error(`The tests of the loop printed no "${name}". Is Chromium here?`)
    const times = list.split(', ').map((time) => Number.parseFloat(time))
    const sorted = times.toSorted((a, b) => a - b)
    const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
    return `| ${meaning} | ${median.toFixed(2)} | ${times.map((time) => time.toFixed(2)).join(', ')} |`
  })
  const [cpu] = cpus()
  return `# The author's loop

Made by \`npm run bench:loop -w @cloudcockpit/benchmarks\` on ${platform()} ${arch()}, ${cpus().length} cores
(${cpu?.model ?? 'unknown'}), Node ${process.version}; load ${load.toFixed(1)} before the run.
Each save comes when the one before has been followed to its end, the client's type-check included.

| what | median s | each s |
| --- | ---: | --- |
${rows.join('\n')}
`
}
