import { Worker } from 'node:worker_threads'
import type { JsonObject } from './contract.ts'

/** Generates the types in a thread of its own: its compiler is loaded while the contract is linted. */
export class TypesThread {
  readonly #worker = new Worker(new URL('../scripts/run.js', import.meta.url), { argv: ['types-thread'] })
  readonly #failed: Promise<never>

  constructor() {
    this.#failed = new Promise((_, reject) => this.#worker.once('error', reject))
    // Whoever waits for types hears of it; until then nobody need.
    this.#failed.catch(() => undefined)
  }

  /**
   * The types of a contract, as `generateTypes` gives them.
   * @throws Error when the generator fails
   */
  async generate(document: JsonObject): Promise<string> {
    const text = new Promise<string>((resolve) => this.#worker.once('message', resolve))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage(document)
    return Promise.race([text, this.#failed])
  }

  /** Ends the thread, whatever it is doing. */
  async stop(): Promise<void> {
    await this.#worker.terminate()
  }
}
