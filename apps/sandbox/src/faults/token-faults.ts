import type { Planned, TokenFault } from './fault.ts'

/** Faults that wait for requests to the token endpoint. */
export class TokenFaults {
  #planned: Planned<TokenFault>[] = []

  /** Adds a fault behind those that are waiting. */
  add(planned: Planned<TokenFault>): void {
    this.#planned.push({ ...planned })
  }

  /** The fault for the next request, used up by asking. */
  next(): TokenFault | undefined {
    const [first] = this.#planned
    if (first === undefined) return undefined
    first.count -= 1
    if (first.count <= 0) this.#planned.shift()
    return first.fault
  }

  /** What is waiting. */
  list(): readonly Planned<TokenFault>[] {
    return this.#planned
  }

  /** Forgets everything that is waiting. */
  clear(): void {
    this.#planned = []
  }
}
