import { describe, expect, it } from 'vitest'
import { allFacts, removeProperty } from './fidelity/facts.ts'
import { requestProperties } from './fidelity/table.ts'
import { readBundle } from './support/bundle.ts'

const document = await readBundle()
const facts = allFacts()

describe('what the documentation states', () => {
  it('is many facts, each with a name of its own', () => {
    expect(facts.length).toBeGreaterThan(300)
    expect(new Set(facts.map(({ name }) => name)).size).toBe(facts.length)
  })

  it('stands in the contract', () => {
    const lost = facts.filter(({ holds }) => !holds(document)).map(({ name }) => name)
    expect(lost).toEqual([])
  })

  // The proof that the check can fail: each fact is broken in a copy, and must be missed there.
  it.each(facts)('is missed when it is gone: $name', (fact) => {
    const copy = structuredClone(document)
    fact.break(copy)
    expect(copy).not.toEqual(document)
    expect(fact.holds(copy)).toBe(false)
  })

  it.each(requestProperties)('is missed when the property is gone: %s %s', (operation, path) => {
    const copy = structuredClone(document)
    removeProperty(copy, operation, path)
    const lost = facts.filter(({ holds }) => !holds(copy)).map(({ name }) => name)
    expect(lost).toContainEqual(
      expect.stringMatching(`${operation}: ${path} is`.replaceAll(/[[\]*.]/g, '\\$&')),
    )
  })
})
