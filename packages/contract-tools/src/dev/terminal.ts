import { styleText } from 'node:util'

/** The stages of one save, each on one line with the time since the save. */
export class StageLines {
  readonly #start = performance.now()
  readonly #write: (line: string) => void

  constructor(write: (line: string) => void) {
    this.#write = write
  }

  /** A stage that is through. */
  done(name: string, detail: string): void {
    this.#write(`${name.padEnd(8)}${colour('green', 'ok')}   ${this.#seconds()}  ${detail}`)
  }

  /** A stage that found something wrong, and what it found. */
  failed(name: string, detail: string, text: string): void {
    this.#write(`${name.padEnd(8)}${colour('red', 'wrong')} ${this.#seconds()}  ${detail}\n\n${text}\n`)
  }

  #seconds(): string {
    return `${((performance.now() - this.#start) / 1000).toFixed(2)} s`.padStart(7)
  }
}

function colour(name: 'green' | 'red', text: string): string {
  return process.stdout.isTTY ? styleText(name, text) : text
}
