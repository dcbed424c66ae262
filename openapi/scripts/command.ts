import { isAbsolute, join, sep } from 'node:path'
import { contractRoot } from './contract.ts'
import type { LintProblem } from './lint.ts'
import { asAnnotations, asJson, asText } from './lint-report.ts'

/** The options that the commands of the contract share. */
export const commandOptions = {
  contract: { type: 'string' },
  format: { type: 'string', default: 'text' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** What the shared options mean, for `--help`. */
export const commandHelp = `  --contract <folder>   another contract than this one
  --format text|github  how problems are printed: for people, or as annotations of GitHub Actions
  --json                print problems as JSON
  --help                print this
`

/**
 * The folder of the contract that a command is for, with a trailing slash.
 * @param folder what `--contract` says
 */
export function rootOf(folder: string | undefined): string {
  if (folder === undefined) return contractRoot
  return join(isAbsolute(folder) ? folder : join(process.cwd(), folder), sep)
}

/**
 * Prints problems in the form that the options ask for, and sets the exit code of a failure.
 * @param problems at least one
 */
export function printProblems(problems: LintProblem[], options: { format: string; json: boolean }): void {
  process.exitCode = 1
  if (options.json) process.stdout.write(`${asJson(problems)}\n`)
  else if (options.format === 'github') process.stdout.write(`${asAnnotations(problems)}\n`)
  else process.stderr.write(`${asText(problems)}\n\n${count(problems)}\n`)
}

function count({ length }: LintProblem[]): string {
  return `${length} ${length === 1 ? 'problem' : 'problems'} in the contract.`
}
