import { parseArgs } from 'node:util'
import { type Artifacts, makeArtifacts, staleFiles, writeArtifacts } from './artifacts.ts'
import { bundleContract } from './bundle.ts'
import { commandHelp, commandOptions, printProblems, rootOf, runCommand } from './command.ts'
import type { JsonObject } from './contract.ts'
import { describeProblem, lintContract, type LintProblem } from './lint.ts'

const help = `npm run generate [-- options]

Lints the contract, bundles it, and writes what is generated from it:
  dist/openapi.json, dist/openapi.yaml                  the bundle, not committed
  src/generated/{types,facts,examples,reconciliations}.ts  committed
A contract with a problem generates nothing, and leaves the files as they are.

  --check               write nothing; end with 1 when a committed file is stale
${commandHelp}`

await runCommand(async () => {
  const { values } = parseArgs({ options: { ...commandOptions, check: { type: 'boolean', default: false } } })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  const root = rootOf(values.contract)
  const bundled = await bundleWithoutProblems(root)
  if ('problems' in bundled) {
    printProblems(bundled.problems, values)
    process.stderr.write('Nothing was generated; the generated files are as they were.\n')
    return
  }
  const artifacts = await makeArtifacts(bundled.document)
  if (values.check) await check(artifacts, root)
  else await writeArtifacts(artifacts, root)
})

async function bundleWithoutProblems(
  root: string,
): Promise<{ document: JsonObject } | { problems: LintProblem[] }> {
  const problems = await lintContract({ root })
  if (problems.length > 0) return { problems }
  const bundled = await bundleContract(root)
  if (bundled.problems.length > 0) return { problems: bundled.problems.map(describeProblem) }
  return { document: bundled.document }
}

async function check(artifacts: Artifacts, root: string): Promise<void> {
  for (const path of await staleFiles(artifacts, root)) {
    process.stderr.write(
      `openapi/${path} is not what the contract makes. Run \`npm run generate\` and commit the result.\n`,
    )
    process.exitCode = 1
  }
}
