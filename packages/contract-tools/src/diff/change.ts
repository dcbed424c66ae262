import type { Json } from '@cloudcockpit/openapi/scripts/contract.ts'

/** What a change does to programs that were written against the older contract. */
export type Severity = 'breaking' | 'additive' | 'editorial'

/** Which half of the conversation changed: what callers send, what they get, or the call as a whole. */
export type Side = 'request' | 'response' | 'call'

/**
 * How the set of valid values changed. `different` means that neither set holds the other, or that the comparison
 * cannot tell.
 */
export type Relation = 'narrower' | 'wider' | 'different'

/** One change of the contract, as a caller sees it. */
export interface Change {
  severity: Severity
  side: Side
  /** The kind of change: stable, so that an approval can name it. */
  rule: string
  /** What changed: `Customer.taxId`, `createCustomer 201`, `query pageSize`. */
  subject: string
  /** What happened, in one sentence. */
  statement: string
  /** What that means for a caller, in one sentence. */
  consequence: string
  /** The operations that it reaches; empty for the contract as a whole. */
  operations: string[]
  /** JSON pointer into the newer bundled contract, or into the older one for what was removed. */
  pointer: string
  before?: Json
  after?: Json
}

const consequences = {
  request: {
    narrower: 'Requests that were valid may be refused now.',
    wider: 'Every request that was valid still is.',
    different: 'Requests that were valid may be refused or read differently now.',
  },
  response: {
    narrower: 'Answers stay within what callers are prepared for.',
    wider: 'Answers may hold what callers were never told of.',
    different: 'Answers no longer are what callers were told.',
  },
  call: {
    narrower: 'Calls that worked may be refused now.',
    wider: 'Every call that worked still does.',
    different: 'Calls that worked may fail now.',
  },
} as const satisfies Record<Side, Record<Relation, string>>

/**
 * The verdict on a changed set of values. What callers send must stay valid, so a request may only grow wider;
 * what callers get must stay expected, so an answer may only grow narrower.
 */
export function judge(side: Side, relation: Relation): { severity: Severity; consequence: string } {
  const harmless = side === 'response' ? 'narrower' : 'wider'
  return {
    severity: relation === harmless ? 'additive' : 'breaking',
    consequence: consequences[side][relation],
  }
}

/** What an approval or a test names a change by. */
export function changeKey({ rule, side, subject }: Pick<Change, 'rule' | 'side' | 'subject'>): string {
  return `${rule} ${side} ${subject}`
}
