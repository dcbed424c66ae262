import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Database } from './database.ts'
import { lockDirectory } from './lock.ts'
import { Engine, poolOn } from './pglite-pool.ts'
import { readSnapshot } from './snapshot.ts'
import { unpack } from './tar.ts'

/**
 * Opens the embedded database.
 * @param url `memory:`, or `pglite:` and a directory
 * @throws DirectoryInUse when another process has the directory
 */
export async function openPglite(url: string): Promise<Database> {
  if (url === 'memory:') {
    const snapshot = new Blob([await readSnapshot()])
    return poolOn(await ready(new Engine('memory://', snapshot)), async () => undefined)
  }
  const directory = resolve(url.slice('pglite:'.length))
  const release = await lockDirectory(directory)
  try {
    if (!existsSync(directory)) await makeDirectory(directory)
    return poolOn(await ready(new Engine(directory)), release)
  } catch (error) {
    await release()
    throw error
  }
}

/** Made beside its place and moved there when complete, so that a killed start leaves no half of a database. */
async function makeDirectory(directory: string): Promise<void> {
  const draft = `${directory}.new`
  // What a killed start may have left; the lock says that nobody works on it.
  await rm(draft, { recursive: true, force: true })
  unpack(await readSnapshot(), draft)
  await rename(draft, directory)
}

async function ready(engine: Engine): Promise<Engine> {
  await engine.waitReady
  return engine
}
