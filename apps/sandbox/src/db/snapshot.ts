import { PGlite } from '@electric-sql/pglite'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, migrations } from './migrations.ts'
import { poolOn } from './pglite-pool.ts'

/** Segments of the write-ahead log of 1 MB: the first one is in the snapshot, and would be 16 MB of nothing. */
const initDbStartParams = ['--wal-segsize=1']

/** What `create database` copies. The sandbox never does; without them the snapshot is half as large. */
const slimming = [
  'update pg_database set datistemplate = false',
  'drop database template0',
  'drop database template1',
]

/**
 * A data directory with all tables and no rows, as a tar file. Loading it takes a fraction of the time that
 * PostgreSQL takes to make a new one. It is built once, by `npm run build` or by the first start.
 */
export async function readSnapshot(): Promise<Buffer<ArrayBuffer>> {
  const file = await snapshotFile()
  return readFile(file).catch(async () => buildSnapshot(file))
}

/** Builds the snapshot unless it is there; answers with its file. */
export async function ensureSnapshot(): Promise<string> {
  const file = await snapshotFile()
  await readFile(file).catch(async () => buildSnapshot(file))
  return file
}

async function buildSnapshot(file: string): Promise<Buffer<ArrayBuffer>> {
  const engine = await PGlite.create('memory://', { initDbStartParams })
  const database = poolOn(engine, async () => undefined)
  await migrate(database)
  for (const statement of slimming) await database.query(statement, [])
  const dump = Buffer.from(await (await engine.dumpDataDir('none')).arrayBuffer())
  await database.close()
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, dump)
  await rename(draft, file)
  return dump
}

/** Named after everything that it depends on, so that an old one is never used. */
async function snapshotFile(): Promise<string> {
  const require = createRequire(import.meta.url)
  // The package's own package.json is not exported; its entry stands in dist/ beside it.
  const manifest = join(dirname(require.resolve('@electric-sql/pglite')), '..', 'package.json')
  const hash = createHash('sha256')
    .update(await readFile(manifest))
    .update([...migrations, ...slimming, ...initDbStartParams].join(';'))
    .digest('hex')
  return join(packageRoot(), 'dist', `data-${hash.slice(0, 16)}.tar`)
}

/** Two folders up from src/db/ and one from dist/: the folder that has a package.json. */
function packageRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return here.endsWith('dist') ? dirname(here) : dirname(dirname(here))
}
