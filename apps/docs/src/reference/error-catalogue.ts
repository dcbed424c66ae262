import { escapeName } from './anchors.ts'
import type { Example, Operation } from './operations/index.ts'

/** One status that is a failure, with its cases. */
export interface ErrorStatus {
  status: string
  anchor: string
  /** The different descriptions that operations give it, each with why it is inferred. */
  meanings: { text: string; inferred: string | undefined }[]
  /** The operations that document it. */
  operations: Operation[]
  cases: ErrorCase[]
}

/** One way to fail: what causes it, what the answer looks like, and how to fix it. */
export interface ErrorCase {
  example: Example
  anchor: string
  operations: Operation[]
}

/**
 * The catalogue of all failures that the document describes, by status. Linear in the number of examples.
 * Its anchors are stable: a status, or the name of the case's Example Object.
 */
export function errorCatalogue(operations: readonly Operation[]): ErrorStatus[] {
  const found = new Map<string, ErrorStatus>()
  const cases = new Map<string, ErrorCase>()
  for (const operation of operations) {
    for (const { status, description, inferred, contents } of operation.responses) {
      if (!isFailure(status)) continue
      const entry = entryOf(found, status)
      entry.operations.push(operation)
      if (description !== undefined && !entry.meanings.some(({ text }) => text === description)) {
        entry.meanings.push({ text: description, inferred })
      }
      for (const example of contents.flatMap((content) => content.examples)) {
        addCase(entry, cases, operation, example)
      }
    }
  }
  return [...found.values()].sort((left, right) => left.status.localeCompare(right.status))
}

/** Whether a status means that the request failed. */
export function isFailure(status: string): boolean {
  return /^[45]/.test(status) || status === 'default'
}

function entryOf(found: Map<string, ErrorStatus>, status: string): ErrorStatus {
  const known = found.get(status)
  if (known !== undefined) return known
  const entry: ErrorStatus = { status, anchor: status, meanings: [], operations: [], cases: [] }
  found.set(status, entry)
  return entry
}

function addCase(
  entry: ErrorStatus,
  cases: Map<string, ErrorCase>,
  operation: Operation,
  example: Example,
): void {
  const own = `${operation.id}-${entry.status}-${example.key}`
  const anchor = escapeName(example.component ?? own)
  const id = `${entry.status} ${anchor}`
  const known = cases.get(id)
  if (known !== undefined) {
    if (!known.operations.includes(operation)) known.operations.push(operation)
    return
  }
  const added = { example, anchor, operations: [operation] }
  cases.set(id, added)
  entry.cases.push(added)
}
