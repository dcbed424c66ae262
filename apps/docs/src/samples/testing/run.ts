import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import ts from 'typescript'

const run = promisify(execFile)
/** The workspace: from here a program finds the packages that a reader's project would depend on. */
const workspace = join(dirname(fileURLToPath(import.meta.url)), '../../..')

/** How a program of a sample or a guide is run. */
export interface RunOptions {
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Runs a TypeScript program in a process of its own and gives what it prints.
 * @throws Error with what it wrote to stderr, when it fails.
 */
export async function runProgram(source: string, { env = {} }: RunOptions = {}): Promise<string> {
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  }
  const { outputText } = ts.transpileModule(source, { compilerOptions })
  // The sandbox is TypeScript; everything else that a program may import is built.
  const loader = source.includes('@cloudcockpit/sandbox') ? ['--import', 'tsx'] : []
  return output(process.execPath, [...loader, '--input-type=module', '--eval', outputText], env)
}

/**
 * Runs a script in a shell, with a curl that says nothing of its progress and fails where the API answers with an
 * error.
 * @throws Error with what it wrote to stderr, when a command fails.
 */
export async function runShell(script: string, { env = {} }: RunOptions = {}): Promise<string> {
  const quiet = 'curl() { command curl --silent --show-error --fail-with-body "$@"; }'
  return output('sh', ['-euc', `${quiet}\n${script}`], env)
}

async function output(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<string> {
  const { stdout } = await run(command, [...args], {
    cwd: workspace,
    env: { ...process.env, ...env },
    timeout: 60_000,
  })
  return stdout
}
