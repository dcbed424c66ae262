import { type ChildProcess, spawn } from 'node:child_process'
import type { Scratch } from '../scratch.ts'

/** `npm run dev` as a real process in a scratch copy, and what it prints. */
export class DevProcess {
  /** Everything printed since the last time this was emptied. */
  output = ''
  readonly #child: ChildProcess

  constructor(scratch: Scratch, ...parameters: string[]) {
    this.#child = spawn(
      process.execPath,
      ['--import', 'tsx', 'packages/contract-tools/src/dev/cli.ts', ...parameters],
      { cwd: scratch.root, stdio: ['ignore', 'pipe', 'pipe'], env: asInTerminal() },
    )
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text
      })
  }

  /** Waits, at most two minutes, until something holds. */
  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    const end = performance.now() + 120_000
    while (!(await holds())) {
      if (performance.now() > end || this.#child.exitCode !== null)
        throw new Error(`It did not happen. Printed so far:\n${this.#told()}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** What was printed last, without the log of requests. */
  #told(): string {
    const lines = this.output.split('\n').filter((line) => !line.startsWith('sandbox {'))
    return lines.slice(-60).join('\n')
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    await ended
  }
}

/** The environment without what a test runner adds to it: Astro, for one, follows no changes under Vitest. */
function asInTerminal(): NodeJS.ProcessEnv {
  const added = /^(VITEST|NODE_ENV|TEST|MODE|DEV|PROD|SSR|BASE_URL)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !added.test(name)))
}
