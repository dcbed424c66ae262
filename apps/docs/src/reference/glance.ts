import type { Operation, Server } from './operations/index.ts'

/** What a reader wants to know of an operation before its details. */
export interface Glance {
  servers: Server[]
  roles: string[]
  /** Whether the request may be sent again. */
  sendAgain: string | undefined
  /** The operation that settles a lost answer, and the properties to look for. */
  settledBy: { operation: Operation; match: string[] } | undefined
  /** How much of the operation is publicly documented. */
  documented: string | undefined
  /** What the public documentation leaves open. */
  unknown: string[]
  /** What the sandbox does with it, where that is not what the page describes. */
  sandbox: string | undefined
}

/**
 * An operation at a glance.
 * @param operation the operation
 * @param operations all operations of the document
 */
export function glanceOf(operation: Operation, operations: readonly Operation[]): Glance {
  const { marks, servers, isWebhook } = operation
  const settling = operations.find(({ id }) => id === marks.reconcile?.operationId)
  return {
    servers: isWebhook ? [] : servers,
    roles: marks.roles,
    sendAgain: marks.retry && (retry[marks.retry] ?? marks.retry),
    settledBy: settling && { operation: settling, match: marks.reconcile?.match ?? [] },
    documented: marks.coverage === 'full' ? 'in full' : marks.coverage,
    unknown: marks.unknown,
    sandbox: marks.inSandbox
      ? undefined
      : 'Not there yet: it answers 501, so samples show no recorded answer.',
  }
}

const retry: Record<string, string> = {
  safe: 'Safe: it only reads.',
  unsafe: 'Not safe: a second request may do it twice.',
}
