import { existsSync } from 'node:fs'
import { Pool } from 'pg'
import { limits } from '../limits.ts'
import { type Database, databaseOf } from './database.ts'
import { migrate } from './migrations.ts'
import { openPglite } from './pglite.ts'

/**
 * Opens a database and brings its tables up to date.
 * @param url `memory:`, `pglite:<directory>` or `postgres://…`
 * @throws DirectoryInUse when another process has the directory
 */
export async function openDatabase(url: string): Promise<Database> {
  const database = url.startsWith('postgres') ? openPostgres(url) : await openPglite(url)
  try {
    await migrate(database)
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

/** Whether a database is one that has never been opened, as far as can be told without opening it. */
export function isFresh(url: string): boolean {
  return url === 'memory:' || (url.startsWith('pglite:') && !existsSync(url.slice('pglite:'.length)))
}

function openPostgres(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    max: limits.connections,
    connectionTimeoutMillis: 10_000,
  })
  // A connection that breaks is replaced, be it idle or between two statements of a request: the next query on it
  // fails and the pool drops it. Without listeners the event would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return databaseOf(pool, async () => undefined)
}
