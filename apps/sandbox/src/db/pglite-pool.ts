import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { Pool } from 'pg'
import { type Database, databaseOf } from './database.ts'

/** Setting the usual 128 MB up takes a sixth of a start; for one connection a small cache is as quick. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB']

/** PGlite as the sandbox uses it: by the protocol of PostgreSQL, behind the ordinary driver. */
export class Engine extends PGlite {
  constructor(directory: string, loadDataDir?: Blob) {
    super(directory, { startParams, ...(loadDataDir === undefined ? {} : { loadDataDir }) })
  }

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
