import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { formatProblems, getTotals } from '@redocly/openapi-core'
import { bundleContract, toJson, toYaml } from './bundle.ts'
import { contractRoot } from './contract.ts'
import { generateExamples } from './examples.ts'
import { generateFacts } from './facts.ts'
import { generateTypes } from './types.ts'

const help = `npm run generate [-- --check]

Bundles the contract and writes what is generated from it:
  dist/openapi.json, dist/openapi.yaml                  the bundle, not committed
  src/generated/{types,facts,examples}.ts               committed

  --check   write nothing; fail when a committed file is stale
`

const { bundled, files } = await makeAll()
if (process.argv.includes('--help')) process.stdout.write(help)
else if (bundled.problems.length > 0) {
  formatProblems(bundled.problems, { totals: getTotals(bundled.problems), cwd: process.cwd() })
  process.stderr.write('The contract could not be bundled; the generated files are left as they were.\n')
  process.exitCode = 1
} else if (process.argv.includes('--check')) await check()
else for (const [path, text] of Object.entries(files)) await writeWhenChanged(path, text)

async function makeAll() {
  const bundled = await bundleContract()
  if (bundled.problems.length > 0) return { bundled, files: {} }
  const files = {
    'dist/openapi.json': toJson(bundled.document),
    'dist/openapi.yaml': toYaml(bundled.document),
    'src/generated/examples.ts': generateExamples(bundled.document),
    'src/generated/types.ts': await generateTypes(bundled.document),
    'src/generated/facts.ts': generateFacts(bundled.document),
  }
  return { bundled, files }
}

async function check(): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    if (path.startsWith('dist/') || (await read(path)) === text) continue
    process.stderr.write(`openapi/${path} is stale. Run \`npm run generate\` and commit the result.\n`)
    process.exitCode = 1
  }
}

async function writeWhenChanged(path: string, text: string): Promise<void> {
  if ((await read(path)) === text) return
  const target = contractRoot + path
  await mkdir(dirname(target), { recursive: true })
  // Renaming is atomic: nobody ever reads half a file.
  await writeFile(`${target}.new`, text)
  await rename(`${target}.new`, target)
}

async function read(path: string): Promise<string | undefined> {
  return readFile(contractRoot + path, 'utf8').catch(() => undefined)
}
