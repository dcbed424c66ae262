import { existsSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
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

/** A mistake in how a command was called: told in one line, without a stack. */
export class UsageError extends Error {}

/**
 * Runs a command. A mistake in its call is printed and ends with 2; a problem of the contract ends with 1.
 * @param main what the command does
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof UsageError || isParseArgsError(error))) throw error
    process.stderr.write(`${error.message}\nSee what there is with --help.\n`)
    process.exitCode = 2
  }
}

/**
 * The folder of the contract that a command is for, with a trailing slash.
 * @param folder what `--contract` says
 * @throws UsageError when there is no contract
 */
export function rootOf(folder: string | undefined): string {
  if (folder === undefined) return contractRoot
  const root = join(resolve(folder), sep)
  if (!existsSync(`${root}openapi.yaml`)) {
    throw new UsageError(`There is no openapi.yaml in ${root}; --contract names the folder that holds one.`)
  }
  return root
}

/**
 * Prints problems in the form that the options ask for, and sets the exit code of a failure.
 * @param problems at least one
 * @throws UsageError when there is no such form
 */
export function printProblems(problems: LintProblem[], options: { format: string; json: boolean }): void {
  process.exitCode = 1
  if (options.json) process.stdout.write(`${asJson(problems)}\n`)
  else if (options.format === 'github') process.stdout.write(`${asAnnotations(problems)}\n`)
  else if (options.format === 'text') process.stderr.write(`${asText(problems)}\n\n${count(problems)}\n`)
  else throw new UsageError(`There is no format ${options.format}; --format takes text or github.`)
}

function count({ length }: LintProblem[]): string {
  return `${length} ${length === 1 ? 'problem' : 'problems'} in the contract.`
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
