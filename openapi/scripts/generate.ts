import { parseArgs } from 'node:util'
import { makeArtifacts, staleFiles, writeArtifacts } from './artifacts.ts'
import { bundleContract } from './bundle.ts'
import { commandHelp, commandOptions, printProblems, rootOf } from './command.ts'
import { describeProblem, lintContract } from './lint.ts'

const help = `npm run generate [-- options]

Lints the contract, bundles it, and writes what is generated from it:
  dist/openapi.json, dist/openapi.yaml                  the bundle, not committed
  src/generated/{types,facts,examples,reconciliations}.ts  committed
A contract with a problem generates nothing, and leaves the files as they are.

  --check               write nothing; end with 1 when a committed file is stale
${commandHelp}`

const { values } = parseArgs({ options: { ...commandOptions, check: { type: 'boolean', default: false } } })
if (values.help) process.stdout.write(help)
else await generate(rootOf(values.contract))

async function generate(root: string): Promise<void> {
  const problems = await lintContract({ root })
  const bundled = problems.length > 0 ? undefined : await bundleContract(root)
  problems.push(...(bundled?.problems ?? []).map(describeProblem))
  if (!bundled || problems.length > 0) {
    printProblems(problems, values)
    process.stderr.write('Nothing was generated; the generated files are as they were.\n')
    return
  }
  const artifacts = await makeArtifacts(bundled.document)
  if (!values.check) {
    await writeArtifacts(artifacts, root)
    return
  }
  for (const path of await staleFiles(artifacts, root)) {
    process.stderr.write(
      `openapi/${path} is not what the contract makes. Run \`npm run generate\` and commit the result.\n`,
    )
    process.exitCode = 1
  }
}
