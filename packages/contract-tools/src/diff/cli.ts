import { parseArgs } from 'node:util'
import { asText as problemsAsText } from '@cloudcockpit/openapi/scripts/lint-report.ts'
import { NoBaselineError } from './baseline.ts'
import { BrokenContractError, diffContract } from './diff.ts'
import { asChangelog, asJson, asMarkdown, asText } from './report.ts'

const help = `npm run contract:diff [-- <git ref>] [-- options]

Compares the contract with that of an earlier commit, and says what changed for callers. Without a ref: the newest tag
contract-v*, else where this branch left the default branch. Ends with 1 when the contract is not ready to be
released, and with 2 when there is nothing to compare with.

  --json        for programs
  --markdown    for a pull request
  --changelog   lines for openapi/CHANGELOG.md
  --all         list changes of words and examples too
  --no-callers  do not compile the callers of the older contract
  --help        print this
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    changelog: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    callers: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) process.stdout.write(help)
else await print()

async function print(): Promise<void> {
  try {
    const report = await diffContract({ ref: positionals[0], callers: values.callers && !values.changelog })
    if (values.json) process.stdout.write(asJson(report))
    else if (values.markdown) process.stdout.write(asMarkdown(report))
    else if (values.changelog) process.stdout.write(asChangelog(report))
    else process.stdout.write(asText(report, values.all))
    if (report.objections.length > 0 && !values.changelog) process.exitCode = 1
  } catch (error) {
    if (error instanceof BrokenContractError)
      process.stderr.write(`${problemsAsText(error.problems)}\n\n${error.message}\n`)
    else if (error instanceof NoBaselineError) process.stderr.write(`${error.message}\n`)
    else throw error
    process.exitCode = 2
  }
}
