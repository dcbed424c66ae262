import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Child, start } from './child.ts'
import { type Load, load } from './load.ts'
import { startPostgres } from './postgres.ts'
import { prismVersion, startPrism } from './prism.ts'
import { measureReady } from './ready.ts'

const help = `npm run bench:sandbox -w @cloudcockpit/benchmarks [-- flags]

Measures the sandbox side by side with bare node:http and Prism and writes results/sandbox.md.
Build first (npm run build); wrk and, for its rows, PostgreSQL come from Debian's packages.

  --seconds <n>   how long each server is under load, default 10
  --quick         2 seconds each; to see that it works, not to quote
  --large         also with 10,000 and 1,000,000 stored customers (minutes)
  --no-prism      leave Prism out, which is installed into a temporary folder
`

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const flags = process.argv.slice(2)
const seconds = flags.includes('--quick') ? 2 : Number(flags[flags.indexOf('--seconds') + 1] || 10) || 10
const require = createRequire(import.meta.url)
const contract = require.resolve('@cloudcockpit/openapi/openapi.json')
const node = (script: string, ...args: string[]) => ['--import', 'tsx', here(script), ...args]

if (flags.includes('--help')) process.stdout.write(help)
else await main()

interface Row extends Load {
  name: string
  megabytes: number
  /** Microseconds of processor time per request; 0 where it was not measured. */
  cpu: number
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-bench-'))
  try {
    const body = await requestBody()
    const rows: Row[] = []
    const measure = async (name: string, child: Child) => {
      process.stderr.write(`${name} …\n`)
      rows.push(await underLoad(name, child, folder, body))
    }
    await measure('bare node:http, JSON parsed', await start(node('./bare.ts')))
    await measure('sandbox, stub storage', await start(node('./sandbox.ts', 'stub')))
    if (!flags.includes('--no-prism'))
      await measure(`Prism ${prismVersion}`, await startPrism(folder, contract))
    await measure('sandbox, PGlite in memory', await start(node('./sandbox.ts', 'memory:')))
    await measure(
      'sandbox, PGlite directory',
      await start(node('./sandbox.ts', `pglite:${join(folder, 'load')}`)),
    )
    const postgres = await startPostgres(folder)
    if (postgres === undefined) process.stderr.write('PostgreSQL is not installed; its rows are missing.\n')
    else await measure('sandbox, PostgreSQL', await start(node('./sandbox.ts', postgres.url)))
    const sizes = flags.includes('--large') ? [100, 10_000, 1_000_000] : [100]
    for (const size of sizes) {
      const name = `${size.toLocaleString('en')} customers stored`
      await measure(
        `PGlite directory, ${name}`,
        await start(node('./sandbox.ts', `pglite:${join(folder, `d${size}`)}`, String(size))),
      )
    }
    await postgres?.stop()
    const ready = await readyRows(folder)
    await write(rows, ready, body.length)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function underLoad(name: string, child: Child, folder: string, body: string): Promise<Row> {
  const headers = {
    'Content-Type': 'application/json',
    'X-Tenant': 'portal.cloudcockpit.com',
    Authorization: `Bearer ${child.token}`,
  }
  const url = `${child.url}/v1/Customers`
  try {
    await load(folder, url, headers, body, Math.min(seconds, 3))
    const before = child.cpu()
    const measured = await load(folder, url, headers, body, seconds)
    const cpu = Math.round(((child.cpu() - before) / (measured.rate * seconds)) * 1e6)
    return { name, ...measured, megabytes: child.memory(), cpu }
  } finally {
    await child.stop()
  }
}

async function readyRows(folder: string): Promise<string[]> {
  const server = join(dirname(dirname(require.resolve('@cloudcockpit/sandbox'))), 'dist/server.js')
  if (!existsSync(server))
    throw new Error('apps/sandbox/dist/server.js is missing. Run `npm run build` first.')
  const directory = `pglite:${join(folder, 'ready')}`
  const cases: [string, string, string][] = [
    ['new directory', directory, '1,500 ms'],
    ['the same directory again', directory, '700 ms'],
    ['`memory:`', 'memory:', '700 ms'],
  ]
  const rows: string[] = []
  for (const [name, database, target] of cases) {
    process.stderr.write(`ready: ${name} …\n`)
    const { milliseconds, megabytes } = await measureReady(server, database)
    rows.push(`| ${name} | ${milliseconds} ms | ${target} | ${megabytes} MB |`)
  }
  return rows
}

/** The contract's example with all properties, about 2 KB; without its id, so that every create is a new one. */
async function requestBody(): Promise<string> {
  const document: { components: { examples: Record<string, { value: Record<string, unknown> }> } } =
    JSON.parse(await readFile(contract, 'utf8'))
  const { id: _, ...value } = document.components.examples['CustomerCreateMicrosoft']?.value ?? {}
  return JSON.stringify(value)
}

async function write(rows: readonly Row[], ready: readonly string[], bytes: number): Promise<void> {
  const bare = rows[0]?.rate ?? 1
  const prism = rows.find(({ name }) => name.startsWith('Prism'))?.rate
  const lines = rows.map(({ name, rate, median, megabytes, cpu, errors }) => {
    const times = prism === undefined ? '–' : (rate / prism).toFixed(1)
    const cost = cpu === 0 ? '–' : `${cpu} µs`
    return `| ${name} | ${Math.round(rate)} | ${(rate / bare).toFixed(2)} | ${times} | ${cost} | ${median.toFixed(1)} ms | ${megabytes} MB | ${errors} |`
  })
  const stub = rows.find(({ name }) => name.includes('stub'))
  const text = `# The sandbox, measured

Made by \`npm run bench:sandbox -w @cloudcockpit/benchmarks\`; ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node},
${cpus().length} processors (${cpus()[0]?.model ?? 'unknown'}), load generator on the same machine. Ratios hold; rates do not travel.

A validated POST of ${bytes} bytes over 20 connections, ${seconds} seconds each after a warm-up:

| server | per second | to bare | times Prism | processor per request | median | memory | errors |
| --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}

Asked for: stub storage at least 0.5 of bare (${stub === undefined ? '–' : (stub.rate / bare).toFixed(2)}) and 6 times Prism (${
    stub === undefined || prism === undefined ? 'not measured' : (stub.rate / prism).toFixed(1)
  }).

Time from starting the process (\`node dist/server.js\`) to the first good answer of \`/readyz\`:

| database | ready after | asked for | memory |
| --- | --- | --- | --- |
${ready.join('\n')}
`
  const file = here('../../results/sandbox.md')
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  process.stdout.write(text)
}
