import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Bench } from './bench.ts'
import { startPostgres } from './postgres.ts'
import { prismVersion, startPrism } from './prism.ts'
import { measureReady, measureScript, type Ready } from './ready.ts'
import { report, type Start } from './report.ts'

const help = `npm run bench:sandbox -w @cloudcockpit/benchmarks [-- flags]

Measures the built sandbox side by side with bare node:http and Prism and writes results/sandbox.md.
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
const moduleUrl = (name: string) => pathToFileURL(require.resolve(name)).href
const contract = require.resolve('@cloudcockpit/openapi/openapi.json')
const dist = join(dirname(dirname(require.resolve('@cloudcockpit/sandbox'))), 'dist')

async function main(): Promise<void> {
  if (!existsSync(join(dist, 'index.js'))) throw new Error(`${dist} is missing. Run \`npm run build\` first.`)
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-bench-'))
  const postgres = await startPostgres(folder)
  if (postgres === undefined) process.stderr.write('PostgreSQL is not installed; its rows are missing.\n')
  try {
    const body = await requestBody()
    const bench = new Bench({ folder, built: join(dist, 'index.js'), body, seconds })
    await bench.post('bare node:http, JSON parsed', async () => bench.start('bare'))
    await bench.post('Fastify 5 and Ajv, nothing else', async () =>
      bench.start('framework', ...['fastify', 'ajv/dist/2020.js', 'ajv-formats'].map(moduleUrl), contract),
    )
    await bench.post('sandbox, stub storage', async () => bench.sandbox('stub'))
    await bench.post('sandbox, stub storage, with its log', async () => bench.sandbox('stub', 'info'))
    if (!flags.includes('--no-prism'))
      await bench.post(`Prism ${prismVersion}`, async () => startPrism(folder, contract))
    await bench.post('sandbox, PGlite in memory', async () => bench.sandbox('memory:'))
    await bench.post('sandbox, PGlite directory', async () => bench.sandbox(`pglite:${folder}/load`))
    if (postgres !== undefined)
      await bench.post('sandbox, PostgreSQL', async () => bench.sandbox(postgres.url))
    for (const size of flags.includes('--large') ? [100, 10_000, 1_000_000] : [100]) {
      await bench.size('PGlite directory', `pglite:${folder}/sizes`, size)
      if (postgres !== undefined) await bench.size('PostgreSQL', postgres.url, size)
    }
    const starts = await measureStarts(folder, bench.script('engine'))
    const text = report(bench.rows, bench.sizes, starts, body.length, seconds)
    const file = here('../../results/sandbox.md')
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    process.stdout.write(text)
  } finally {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureStarts(folder: string, engine: string): Promise<Start[]> {
  const server = join(dist, 'server.js')
  const again = `pglite:${join(folder, 'again')}`
  await measureReady(server, again)
  const kinds: [string, (index: number) => string, number][] = [
    ['new directory', (index) => `pglite:${join(folder, `new-${index}`)}`, 1500],
    ['the same directory again', () => again, 700],
    ['`memory:`', () => 'memory:', 1500],
  ]
  const starts: Start[] = []
  process.stderr.write('ready: PGlite alone …\n')
  const alone = await repeat(async () =>
    measureScript([engine, moduleUrl('@electric-sql/pglite'), join(folder, 'again')]),
  )
  starts.push({ name: 'PGlite alone opens that directory', ...alone })
  for (const [name, database, asked] of kinds) {
    process.stderr.write(`ready: ${name} …\n`)
    starts.push({ name, asked, ...(await repeat(async (index) => measureReady(server, database(index)))) })
  }
  return starts
}

async function repeat(measure: (index: number) => Promise<Ready>): Promise<Omit<Start, 'name'>> {
  const all: Ready[] = []
  for (let index = 0; index < 5; index += 1) all.push(await measure(index))
  const [best = 0, , median = 0] = all.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
  return { median, best, megabytes: Math.max(...all.map(({ megabytes }) => megabytes)) }
}

/** The contract's example with all properties; without its id, so that every create is a new one. */
async function requestBody(): Promise<string> {
  const document: { components: { examples: Record<string, { value: Record<string, unknown> }> } } =
    JSON.parse(await readFile(contract, 'utf8'))
  const { id: _, ...value } = document.components.examples['CustomerCreateMicrosoft']?.value ?? {}
  return JSON.stringify(value)
}

if (flags.includes('--help')) process.stdout.write(help)
else await main()
