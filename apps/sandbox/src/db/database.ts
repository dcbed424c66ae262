import type pg from 'pg'
import { limits } from '../limits.ts'
import { shouldTryAgain } from './sql-state.ts'

/** A value that a statement can be given. */
export type Parameter = string | number | boolean | null | Date | string[]

/** Runs one statement and answers with its rows. */
export type Query = <Row = Record<string, unknown>>(
  text: string,
  values: readonly Parameter[],
) => Promise<Row[]>

/** The sandbox's database: PGlite or PostgreSQL, by the same SQL. */
export interface Database {
  query: Query
  /** Runs statements that count together or not at all; repeated when the database asks for it. */
  transaction<Result>(work: (query: Query) => Promise<Result>): Promise<Result>
  /** What is best done when the sandbox already answers, such as gathering statistics. */
  housekeep(): Promise<void>
  close(): Promise<void>
}

/** The tables that callers fill. */
export const growing = [
  'customers',
  'customer_counts',
  'provider_customers',
  'resellers',
  'provider_resellers',
  'audit_log',
]

/**
 * A database behind a pool of node-postgres.
 * @param pool the pool
 * @param close what to close with it
 */
export function databaseOf(pool: pg.Pool, close: () => Promise<void>): Database {
  return {
    query: async (text, values) => again(() => withClient(pool, (client) => run(client, text, values))),
    transaction: async (work) => again(() => withClient(pool, (client) => inTransaction(client, work))),
    // The other tables, and the system's own, never need it, and PGlite would take seconds.
    housekeep: async () => {
      await withClient(pool, (client) => run(client, `vacuum analyze ${growing.join(', ')}`, []))
    },
    close: async () => {
      await pool.end()
      await close()
    },
  }
}

/** A failed `pool.query()` would break the next query on PGlite; a client of one's own does not. */
async function withClient<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

async function run<Row>(client: pg.PoolClient, text: string, values: readonly Parameter[]): Promise<Row[]> {
  const result = await client.query<Row & pg.QueryResultRow>({
    name: nameOf(text),
    text,
    values: [...values],
  })
  return result.rows
}

const names = new Map<string, string>()

/** A named statement is parsed and planned once per connection; all texts of the sandbox are known beforehand. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size}`
  names.set(text, name)
  return name
}

async function inTransaction<Result>(
  client: pg.PoolClient,
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  await client.query('begin')
  try {
    const result = await work((text, values) => run(client, text, values))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let left: number = limits.databaseTries; ; left -= 1) {
    try {
      return await work()
    } catch (error) {
      if (left <= 1 || !shouldTryAgain(error)) throw error
      await new Promise((done) => setTimeout(done, Math.random() * 50))
    }
  }
}
