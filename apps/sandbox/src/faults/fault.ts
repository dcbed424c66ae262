/** Something that goes wrong on purpose when an operation is called. */
export type OperationFault =
  | {
      kind: 'status'
      status: number
      body?: 'envelope' | 'empty' | 'html'
      retryAfter?: string
      commit?: boolean
    }
  | { kind: 'delay'; ms: number }
  | { kind: 'drop' }
  | { kind: 'commit-then-drop' }
  | { kind: 'truncate' }
  | { kind: 'wrong-type' }
  | { kind: 'html' }
  | { kind: 'slow-body'; ms: number }

/** Something that goes wrong on purpose when a token is asked for. */
export type TokenFault =
  | { kind: 'token-refuse' }
  | { kind: 'token-429'; retryAfter: string }
  | { kind: 'token-short'; seconds: number }

/** A fault and how often it is to happen. */
export interface Planned<Kind> {
  fault: Kind
  /** How many requests are hit; the ones after that go well. */
  count: number
  /** Only requests to this operation; every one where it is missing. */
  operationId?: string
}
