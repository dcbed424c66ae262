import type { Json } from './contract/json.ts'
import { parseJson } from './contract/json-text.ts'
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

/** A request as it is kept: with texts, because most are never looked at. */
interface Kept extends Omit<RecentRequest, 'at' | 'request' | 'answer'> {
  /** Milliseconds since 1970. */
  at: number
  request: string | undefined
  answer: string | undefined
}

/** The latest requests of this process. */
export class RecentRequests {
  #kept: Kept[] = []
  #next = 0

  /** Keeps a request in the place of the oldest. */
  add(request: Kept): void {
    this.#kept[this.#next] = request
    this.#next = (this.#next + 1) % limits.recentRequests
  }

  /** What is kept, newest first. */
  list(): RecentRequest[] {
    const inOrder = [...this.#kept.slice(this.#next), ...this.#kept.slice(0, this.#next)]
    return inOrder.toReversed().map((each) => ({
      ...each,
      at: new Date(each.at).toISOString(),
      request: valueOf(each.request),
      answer: valueOf(each.answer),
    }))
  }

  /** Forgets everything. */
  clear(): void {
    this.#kept = []
    this.#next = 0
  }
}

/** What cannot be read is not shown: nobody could tell what is sensitive in it. */
function valueOf(text: string | undefined): Json | undefined {
  const parsed = text === undefined || text === '' ? undefined : parseJson(text)
  if (parsed === undefined) return undefined
  return 'value' in parsed ? parsed.value : '(no JSON)'
}
