import { expect, test } from 'vitest'
import { usersOf } from './users.ts'

const names = (count: number) => Array.from({ length: count }, (_, index) => `n${String(index)}`)

test('operations come first, then schemas', () => {
  expect(usersOf({ operations: ['get'], schemas: ['Page'] })).toEqual({
    shown: [
      { kind: 'operation', name: 'get' },
      { kind: 'schema', name: 'Page' },
    ],
    folded: [],
  })
})

test('of very many users most are folded, and none is lost', () => {
  const { shown, folded } = usersOf({ operations: names(300), schemas: names(40) })
  expect([shown.length, folded.length]).toEqual([24, 316])
  expect(usersOf({ operations: names(30), schemas: [] }).folded).toEqual([])
})
