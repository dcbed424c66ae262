import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PostgreSQL server of one's own, on a free port and in a temporary folder. */
export interface PostgresServer {
  url: string
  /** kill -9 for every process of the server. */
  kill(): Promise<void>
  /** Starts it again on the same folder; it recovers from its log. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Where Debian puts the server; undefined on a machine without it. */
export function postgresBinaries(): string | undefined {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root) : []
  return versions
    .map((version) => join(root, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'postgres')))
}

/** PostgreSQL refuses to run as root; Debian's package makes the user postgres. */
function owner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  return { uid: idOf('-u'), gid: idOf('-g') }
}

function idOf(flag: string): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
}

/** Makes and starts a server. @throws Error when the machine has none; ask {@link postgresBinaries} first */
export async function startPostgres(): Promise<PostgresServer> {
  const binaries = postgresBinaries()
  if (binaries === undefined)
    throw new Error('No PostgreSQL server on this machine: apt-get install postgresql')
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-postgres-'))
  const user = owner()
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const init = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    { ...user, cwd: folder },
  )
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr.toString()}`)
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  let server = await run()

  async function run() {
    const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder]
    const child = spawn(join(binaries ?? '', 'postgres'), args, {
      ...user,
      cwd: folder,
      stdio: 'ignore',
      detached: true,
    })
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    const deadline = Date.now() + 60_000
    while (
      spawnSync(join(binaries ?? '', 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]).status !== 0
    ) {
      if (Date.now() > deadline) throw new Error('The PostgreSQL server does not become ready.')
      await new Promise((done) => setTimeout(done, 100))
    }
    return { child, ended }
  }

  const signal = async (name: 'SIGKILL' | 'SIGINT') => {
    const { child, ended } = server
    // Detached, so its id is that of a process group of its own: the signal reaches all its workers.
    if (child.pid !== undefined) process.kill(name === 'SIGKILL' ? -child.pid : child.pid, name)
    await ended
  }
  return {
    url,
    kill: async () => signal('SIGKILL'),
    start: async () => {
      server = await run()
    },
    stop: async () => {
      await signal('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
