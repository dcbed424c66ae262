import { parseArgs } from 'node:util'
import { commandHelp, commandOptions, printProblems, rootOf, runCommand } from './command.ts'
import { lintContract } from './lint.ts'

const help = `npm run lint:contract [-- options]

Holds the contract to the rules of redocly.yaml. Ends with 1 when it finds a problem.

${commandHelp}`

await runCommand(async () => {
  const { values } = parseArgs({ options: commandOptions })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  const problems = await lintContract({ root: rootOf(values.contract) })
  if (problems.length > 0) printProblems(problems, values)
  else process.stdout.write(values.json ? '[]\n' : 'The contract keeps every rule.\n')
})
