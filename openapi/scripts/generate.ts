import { parseArgs } from 'node:util'
import { type Artifacts, makeArtifacts, staleFiles, writeArtifacts } from './artifacts.ts'
import { bundleContract } from './bundle.ts'
import { commandHelp, commandOptions, printProblems, rootOf, runCommand } from './command.ts'
import { describeProblem, lintContract, type LintProblem } from './lint.ts'
import { TypesThread } from './types-in-thread.ts'

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
  const made = await makeWithoutProblems(root)
  if ('problems' in made) {
    printProblems(made.problems, values)
    process.stderr.write('Nothing was generated; the generated files are as they were.\n')
  } else if (values.check) await check(made.artifacts, root)
  else await writeArtifacts(made.artifacts, root)
})

/** Bundles first, so that the types are made while lint looks; what keeps a contract from being bundled, lint explains. */
async function makeWithoutProblems(
  root: string,
): Promise<{ artifacts: Artifacts } | { problems: LintProblem[] }> {
  const thread = new TypesThread()
  try {
    return await makeIn(thread, root)
  } finally {
    await thread.stop()
  }
}

async function makeIn(
  thread: TypesThread,
  root: string,
): Promise<{ artifacts: Artifacts } | { problems: LintProblem[] }> {
  const bundling = bundleContract(root)
  const types = bundling.then(async ({ document }) => thread.generate(document))
  // A failure counts only when lint finds nothing that explains it.
  types.catch(() => undefined)
  await bundling.catch(() => undefined)
  const problems = await lintContract({ root })
  if (problems.length > 0) return { problems }
  const { document, problems: unbundled } = await bundling
  if (unbundled.length > 0) return { problems: unbundled.map(describeProblem) }
  return { artifacts: await makeArtifacts(document, async () => types) }
}

async function check(artifacts: Artifacts, root: string): Promise<void> {
  for (const path of await staleFiles(artifacts, root)) {
    process.stderr.write(
      `openapi/${path} is not what the contract makes. Run \`npm run generate\` and commit the result.\n`,
    )
    process.exitCode = 1
  }
}
