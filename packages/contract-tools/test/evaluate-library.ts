/**
 * Puts every mutation of our contract before `redocly diff` as well, both ways, and counts how often its verdict is
 * the one a caller would give. Two minutes; `npm run evaluate:library -w @cloudcockpit/contract-tools`.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundleContract } from '@cloudcockpit/openapi/scripts/bundle.ts'
import { isObject, type JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { mutations, Pointer, type Verdict } from './mutations.ts'

const run = promisify(execFile)
const { document } = await bundleContract()
const folder = await mkdtemp(join(tmpdir(), 'contract-diff-'))
const wrong: string[] = []
let right = 0
for (const [index, { name, mutate, forward, backward }] of mutations.entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${mutations.length}`)
  const copy = new Pointer(structuredClone(document))
  mutate(copy)
  const verdicts = [
    ['forward', gravest(forward), await verdictOfRedocly(document, copy.document)],
    ['backward', gravest(backward), await verdictOfRedocly(copy.document, document)],
  ] as const
  for (const [way, ours, theirs] of verdicts) {
    if (ours === theirs) right += 1
    else wrong.push(`${name}, ${way}: ${ours} for a caller, redocly says ${theirs}`)
  }
}
await rm(folder, { recursive: true })
process.stdout.write(
  `redocly diff gives the caller's verdict in ${right} of ${2 * mutations.length} cases.\n`,
)
for (const line of wrong) process.stdout.write(`  ${line}\n`)

function gravest(verdict: Verdict): string {
  const found = Object.values(verdict)
  return (
    ['breaking', 'additive', 'editorial'].find((severity) => found.some((value) => value === severity)) ??
    'none'
  )
}

async function verdictOfRedocly(older: JsonObject, newer: JsonObject): Promise<string> {
  const [base, revision] = [join(folder, 'older.json'), join(folder, 'newer.json')]
  await writeFile(base, JSON.stringify(older))
  await writeFile(revision, JSON.stringify(newer))
  const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const { stdout } = await run('redocly', ['diff', base, revision, '--format', 'json', '--fail-on', 'none'], {
    env: environment,
    maxBuffer: 1e8,
  })
  const report: unknown = JSON.parse(stdout)
  const bump = isObject(report) ? report['bump'] : undefined
  return (
    { major: 'breaking', minor: 'additive', patch: 'editorial' }[typeof bump === 'string' ? bump : ''] ??
    'none'
  )
}
