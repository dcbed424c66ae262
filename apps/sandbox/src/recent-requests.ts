import type { Json } from './contract/json.ts'
import { limits } from './limits.ts'

/** One of the latest requests, for the page at `/_sandbox/`. */
export interface RecentRequest {
  /** When it was answered, as RFC 3339 has it. */
  at: string
  method: string
  /** Without its query: search values may be personal. */
  path: string
  operationId: string | undefined
  correlationId: string
  clientId: string | undefined
  status: number
  milliseconds: number
  request: Json | undefined
  answer: Json | undefined
}

/** The latest requests of this process, newest first. */
export class RecentRequests {
  #kept: RecentRequest[] = []

  /** Keeps a request and forgets the oldest. */
  add(request: RecentRequest): void {
    this.#kept.unshift(request)
    if (this.#kept.length > limits.recentRequests) this.#kept.pop()
  }

  /** What is kept, newest first. */
  list(): readonly RecentRequest[] {
    return this.#kept
  }

  /** Forgets everything. */
  clear(): void {
    this.#kept = []
  }
}
