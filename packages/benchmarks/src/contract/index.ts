import { mkdir, rm, writeFile } from 'node:fs/promises'
import { arch, cpus, platform } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type Case, fetchCases } from './cases.ts'
import { type Cost, run } from './run.ts'

const help = `npm run bench:contract -w @cloudcockpit/benchmarks

Fetches GitHub's and Stripe's public contracts into a temporary folder, puts each through the stages of this
repository's pipeline and through bare openapi-typescript and redocly, each in a process of its own, and writes
results/contract.md. Ten minutes; the numbers are only good on a quiet machine.
`

interface Row {
  contract: string
  stage: string
  cost: Cost
  /** The wall time of what this stage is compared with. */
  base?: number
}

if (process.argv.includes('--help')) process.stdout.write(help)
else await measure()

async function measure(): Promise<void> {
  const { cases, folder } = await fetchCases()
  const rows: Row[] = []
  try {
    for (const each of cases) rows.push(...(await measureCase(each)))
  } finally {
    await rm(folder, { recursive: true })
  }
  const results = fileURLToPath(new URL('../../results/', import.meta.url))
  await mkdir(results, { recursive: true })
  await writeFile(`${results}contract.md`, report(cases, rows))
  process.stdout.write(report(cases, rows))
}

async function measureCase({ name, path }: Case): Promise<Row[]> {
  const bareLint = await told(
    name,
    'redocly lint, bare',
    bin('redocly', 'lint', path, '--extends=minimal', '--format=summary'),
  )
  const bareTypes = await told(
    name,
    'openapi-typescript, bare',
    bin('openapi-typescript', path, '--output', `${path}.ts`),
  )
  const load = await told(name, 'start and read', stage('load', path))
  const plain = await told(name, 'lint without our rules', stage('lint without our rules', path))
  const ours = await told(name, 'lint with our rules', stage('lint with our rules', path))
  const types = await told(name, 'types', stage('types', path))
  const facts = await told(name, 'facts', stage('facts', path))
  const diff = await told(name, 'diff with itself', stage('diff', path))
  return [
    bareLint,
    bareTypes,
    load,
    plain,
    { ...ours, base: plain.cost.seconds },
    { ...types, base: bareTypes.cost.seconds },
    { ...facts, base: bareTypes.cost.seconds },
    { ...diff, base: bareTypes.cost.seconds },
  ]
}

async function told(contract: string, name: string, measured: Promise<Cost>): Promise<Row> {
  const cost = await measured
  if (process.stderr.isTTY) process.stderr.write(`${contract}, ${name}: ${cost.seconds.toFixed(1)} s\n`)
  return { contract, stage: name, cost }
}

async function bin(program: string, ...parameters: string[]): Promise<Cost> {
  const file = fileURLToPath(new URL(`../../../../node_modules/.bin/${program}`, import.meta.url))
  return run(process.execPath, ['--max-old-space-size=4096', file, ...parameters])
}

async function stage(name: string, path: string): Promise<Cost> {
  const file = fileURLToPath(new URL('stage.ts', import.meta.url))
  const cost = await run(process.execPath, ['--max-old-space-size=4096', '--import', 'tsx', file, name, path])
  if (cost.code !== 0)
    throw new Error(`The stage ${name} failed on ${path}. Run it by hand: tsx ${file} "${name}" ${path}`)
  return cost
}

function report(cases: Case[], rows: Row[]): string {
  const lines = rows.map(({ contract, stage, cost, base }) => {
    const ratio = base === undefined ? '' : (cost.seconds / base).toFixed(2)
    return `| ${contract} | ${stage} | ${cost.seconds.toFixed(1)} | ${cost.megabytes.toFixed(0)} | ${ratio} |`
  })
  const [cpu] = cpus()
  return `# The pipeline on big contracts

Made by \`npm run bench:contract -w @cloudcockpit/benchmarks\` on ${platform()} ${arch()}, ${cpus().length} cores (${cpu?.model ?? 'unknown'}), Node ${process.version}.
Contracts: ${cases.map(({ name, source }) => `${name} (\`${source}\`)`).join(', ')}. Each stage is a process of its own, its start included.

The ratio of a lint is to the same lint without our rules, of the other stages to bare openapi-typescript.

| contract | stage | seconds | peak MB | ratio |
| --- | --- | ---: | ---: | ---: |
${lines.join('\n')}
`
}
