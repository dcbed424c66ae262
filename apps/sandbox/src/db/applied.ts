import { createHash } from 'node:crypto'
import type { Database } from './database.ts'
import { sqlStateOf } from './sql-state.ts'

/** The table that {@link isApplied} reads; the first of the migrations. */
export const appliedTable = 'create table if not exists applied (name text primary key, hash text not null)'

/**
 * Whether a database has had something done to it already, in just this form: one question in the place of dozens
 * of statements makes most starts quick.
 * @param name what was done, such as `migrations`
 * @param form the text that tells one form from another
 */
export async function isApplied(database: Database, name: string, form: string): Promise<boolean> {
  try {
    const rows = await database.query<{ hash: string }>('select hash from applied where name = $1', [name])
    return rows[0]?.hash === hashOf(form)
  } catch (error) {
    // undefined_table: nothing was ever done here.
    if (sqlStateOf(error) === '42P01') return false
    throw error
  }
}

/** Notes that something was done. */
export async function setApplied(database: Database, name: string, form: string): Promise<void> {
  await database.query(
    'insert into applied (name, hash) values ($1, $2) on conflict (name) do update set hash = excluded.hash',
    [name, hashOf(form)],
  )
}

function hashOf(form: string): string {
  return createHash('sha256').update(form).digest('hex')
}
