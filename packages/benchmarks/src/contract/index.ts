import { spawnSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { fetchCases } from './cases.ts'
import { measure, type Measured } from './measure.ts'
import { report } from './report.ts'

const help = `npm run bench:contract -w @cloudcockpit/benchmarks

Fetches GitHub's and Stripe's public contracts into a temporary folder, puts each through the stages of this
repository's pipeline and through bare openapi-typescript and redocly lint, each in a process of its own, and writes
results/contract.md. Some ten minutes; the numbers are only good on a quiet machine.
`

if (process.argv.includes('--help')) process.stdout.write(help)
else await bench()

async function bench(): Promise<void> {
  const { cases, folder } = await fetchCases()
  const results = fileURLToPath(new URL('../../results/', import.meta.url))
  await mkdir(results, { recursive: true })
  const measured: Measured[] = []
  try {
    for (const each of cases) {
      measured.push(await measure(each, (text) => process.stderr.write(`${text}\n`)))
      await writeFile(`${results}contract.md`, report(measured))
    }
  } finally {
    await rm(folder, { recursive: true })
  }
  spawnSync('npx', ['prettier', '--write', `${results}contract.md`], { stdio: 'ignore' })
  process.stdout.write(report(measured))
}
