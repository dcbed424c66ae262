import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from './child.ts'

/** A PostgreSQL server for the measurement. */
export interface Server {
  url: string
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL server of Debian's package in a folder, with fsync on.
 * @returns undefined when the machine has none
 */
export async function startPostgres(parent: string): Promise<Server | undefined> {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root) : []
  const binaries = versions
    .map((version) => join(root, version, 'bin'))
    .find((path) => existsSync(join(path, 'initdb')))
  if (binaries === undefined) return undefined
  const folder = join(parent, 'postgres')
  mkdirSync(folder)
  // The server refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : undefined
  if (user !== undefined) {
    chownSync(parent, user.uid, user.gid)
    chownSync(folder, user.uid, user.gid)
  }
  const data = join(folder, 'data')
  const made = spawnSync(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust'], {
    ...user,
    cwd: folder,
  })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr.toString()}`)
  const port = await freePort()
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder]
  const child = spawn(join(binaries, 'postgres'), args, { ...user, cwd: folder, stdio: 'ignore' })
  const gone = new Promise((done) => child.once('exit', done))
  for (
    let left = 300;
    spawnSync(join(binaries, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]).status !== 0;
    left -= 1
  ) {
    if (left === 0) throw new Error('PostgreSQL does not become ready.')
    await new Promise((done) => setTimeout(done, 100))
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      child.kill('SIGINT')
      await gone
    },
  }
}

function idOf(flag: string): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
}
