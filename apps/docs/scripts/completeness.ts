import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compare, describe as describeFact } from '../src/completeness/compare.ts'
import { contractPath } from '../src/reference/contract.ts'

const help = `Compares every parameter, property, constraint and status of a document with the pages made from it.

  npm run completeness -w @cloudcockpit/docs [-- <openapi.json> <folder of the built site> <base>]

Without arguments: the contract of this repository and its built docs. Ends with 1 when a fact is missing.
`

if (process.argv.includes('--help')) {
  say(help)
  process.exit(0)
}

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const [document = contractPath(), folder = dist, base = '/'] = process.argv.slice(2)
const most = 50

try {
  const { facts, missing } = compare(JSON.parse(readFileSync(document, 'utf8')), folder, base)
  for (const fact of missing.slice(0, most)) complain(describeFact(fact))
  if (missing.length > most) complain(`… and ${String(missing.length - most)} more`)
  say(`${String(facts - missing.length)} of ${String(facts)} facts are on their pages.`)
  process.exitCode = missing.length > 0 || facts === 0 ? 1 : 0
} catch (error) {
  complain(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

/** Writes a line for people. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Writes a line for people who look for what went wrong. */
function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}
