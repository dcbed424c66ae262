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
      { cwd: scratch.root, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text
      })
  }

  /** Waits, at most five minutes, until something holds. */
  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    const end = performance.now() + 300_000
    while (!(await holds())) {
      if (performance.now() > end || this.#child.exitCode !== null)
        throw new Error(`It did not happen. Printed so far:\n${this.output}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    await ended
  }
}
