import { bundleContract } from '@cloudcockpit/openapi/scripts/bundle.ts'
import type { JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Change, Severity, Side } from '../src/diff/change.ts'
import { compareContracts } from '../src/diff/document.ts'
import { mutations, Pointer, type Verdict } from './mutations.ts'

let contract: JsonObject

beforeAll(async () => {
  contract = (await bundleContract()).document
})

test('a contract is equal to itself', () => {
  expect(compareContracts(contract, structuredClone(contract))).toEqual([])
})

test('at least forty kinds of change are judged', () => {
  expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length)
  expect(mutations.length).toBeGreaterThanOrEqual(40)
})

describe.each(mutations)('$name', ({ mutate, forward, backward, subject }) => {
  test('from the older to the newer contract', () => {
    const newer = mutated(mutate)
    expect(newer).not.toEqual(contract)
    const changes = compareContracts(contract, newer)
    expect(verdictOf(changes)).toEqual(forward)
    const named = changes.map((change) => change.subject)
    expect(named).toEqual(expect.arrayContaining(subject === '' ? [] : [subject]))
  })

  test('and back', () => {
    expect(verdictOf(compareContracts(mutated(mutate), contract))).toEqual(backward)
  })
})

function mutated(mutate: (contract: Pointer) => void): JsonObject {
  const copy = new Pointer(structuredClone(contract))
  mutate(copy)
  return copy.document
}

/** The gravest verdict of each side. */
export function verdictOf(changes: Change[]): Verdict {
  const weight: Record<Severity, number> = { editorial: 1, additive: 2, breaking: 3 }
  const gravest: Partial<Record<Side, Severity>> = {}
  for (const { side, severity } of changes) {
    const known = gravest[side]
    if (known === undefined || weight[severity] > weight[known]) gravest[side] = severity
  }
  return gravest
}
