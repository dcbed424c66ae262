import { type ChildProcess, fork, spawn } from 'node:child_process'

/** What a process of ours reports. */
export type ServiceEvent = { event: string } & Record<string, unknown>

/** A process that runs beside the watcher until that ends. */
export class Service {
  readonly #child: ChildProcess
  readonly #waiting: {
    event: string
    resolve: (event: ServiceEvent) => void
    reject: (error: Error) => void
  }[] = []
  #ended = false

  /**
   * @param child the started process
   * @param options `name` stands before its lines; `print` takes them; `onEvent` takes what it reports
   */
  constructor(
    child: ChildProcess,
    options: { name: string; print: (line: string) => void; onEvent?: (event: ServiceEvent) => void },
  ) {
    this.#child = child
    const { name, print, onEvent } = options
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split('\n')) if (line.trim() !== '') print(`${name.padEnd(8)}${line}`)
      })
    }
    child.on('message', (message) => {
      const event = asEvent(message)
      onEvent?.(event)
      const index = this.#waiting.findIndex((waiting) => waiting.event === event.event)
      this.#waiting.splice(index, index < 0 ? 0 : 1)[0]?.resolve(event)
    })
    child.once('exit', (code) => {
      this.#ended = true
      if (code !== 0 && code !== null)
        print(`${name.padEnd(8)}ended with ${code}; start \`npm run dev\` again.`)
      for (const { reject } of this.#waiting.splice(0))
        reject(new Error(`The process for ${name} has ended.`))
    })
  }

  /** Starts one of our own TypeScript files, which reports by messages. */
  static fork(
    file: URL,
    parameters: string[],
    options: ConstructorParameters<typeof Service>[1] & { cwd?: string },
  ): Service {
    return new Service(
      fork(file, parameters, { silent: true, ...(options.cwd ? { cwd: options.cwd } : {}) }),
      options,
    )
  }

  /** Starts a program that only prints. */
  static spawn(
    [program = '', ...parameters]: string[],
    options: ConstructorParameters<typeof Service>[1] & { cwd: string; env?: NodeJS.ProcessEnv },
  ): Service {
    const { cwd, env = process.env } = options
    return new Service(spawn(program, parameters, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }), options)
  }

  /**
   * Asks the process to do its work, and waits for the event that it reports.
   * @throws Error when the process ends before it does
   */
  async ask(event: string): Promise<ServiceEvent> {
    if (this.#ended) throw new Error('The process has ended.')
    return new Promise((resolve, reject) => {
      this.#waiting.push({ event, resolve, reject })
      this.#child.send({ event })
    })
  }

  stop(): void {
    if (!this.#ended) this.#child.kill('SIGTERM')
  }
}

function asEvent(message: unknown): ServiceEvent {
  const isEvent = typeof message === 'object' && message !== null && 'event' in message
  return isEvent ? { ...message, event: String(message.event) } : { event: 'unknown' }
}
