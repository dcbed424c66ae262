import type { Usage } from './usage.ts'

/** One page that refers to a schema. */
export interface User {
  kind: 'operation' | 'schema'
  /** The operation's id, or the schema's name. */
  name: string
}

/** So many users of a schema are seen at once; a schema of a vast document may have hundreds. */
const atOnce = 24

/** Who refers to a schema, operations first: those that are seen at once, and those that are folded. */
export function usersOf({ operations, schemas }: Usage): { shown: User[]; folded: User[] } {
  const all = [
    ...operations.map((name): User => ({ kind: 'operation', name })),
    ...schemas.map((name): User => ({ kind: 'schema', name })),
  ]
  // A fold for a few would cost more than it saves.
  const most = all.length > atOnce * 1.5 ? atOnce : all.length
  return { shown: all.slice(0, most), folded: all.slice(most) }
}
