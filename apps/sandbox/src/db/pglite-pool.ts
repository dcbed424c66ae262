import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { Pool } from 'pg'
import { type Database, databaseOf } from './database.ts'

/** PGlite as the sandbox uses it: by the protocol of PostgreSQL, behind the ordinary driver. */
export class Engine extends PGlite {
  /** Only PGlite's own queries need to know the array types; finding them out takes a tenth of a start. */
  override async _initArrayTypes(): Promise<void> {
    await Promise.resolve()
  }
}

/**
 * A database on a running PGlite.
 * @param engine the engine; closing the database closes it
 * @param release what to do when it is closed
 */
export function poolOn(engine: PGlite, release: () => Promise<void>): Database {
  const { connection } = createPgConfig(engine)
  // PGlite serves one connection; the pool's queue is the line before it.
  const config = { connection, max: 1, user: 'postgres', database: 'postgres', idleTimeoutMillis: 0 }
  return databaseOf(new Pool(config), async () => {
    await engine.close()
    await release()
  })
}
