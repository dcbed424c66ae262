import { spawn } from 'node:child_process'

/** What a program answered. */
export interface RunResult {
  code: number
  stdout: string
  stderr: string
}

/**
 * Runs a program to its end and collects what it prints.
 * @param command the program and its arguments; no shell reads them
 * @param options the folder to run in, text for its standard input, further environment variables
 * @throws Error when the program cannot be started
 */
export async function run(
  [program = '', ...parameters]: string[],
  options: { cwd: string; input?: Uint8Array; env?: Record<string, string> },
): Promise<RunResult & { output: Buffer }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: 'pipe',
    })
    const [output, errors]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      const whole = Buffer.concat(output)
      resolve({
        code: code ?? 1,
        output: whole,
        stdout: whole.toString(),
        stderr: Buffer.concat(errors).toString(),
      })
    })
    child.stdin.on('error', reject)
    child.stdin.end(options.input)
  })
}
