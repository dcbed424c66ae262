import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { readFileSync } from 'node:fs'

/** Somebody else works on the directory. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse'
}

interface Owner {
  pid: number
  /** When the process started, as the system counts it: tells a new process with an old id apart. */
  started: string
  token: string
}

/**
 * Takes a directory for this process alone. PGlite has no lock of its own, and two processes on one directory
 * lose data.
 * @param directory the database's directory
 * @returns a function that gives the directory back
 * @throws DirectoryInUse while a living process holds it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  await mkdir(dirname(directory), { recursive: true })
  const file = `${directory}.lock`
  const mine: Owner = { pid: process.pid, started: startOf(process.pid), token: randomUUID() }
  for (let left = 20; left > 0; left -= 1) {
    if (await take(file, mine)) return async () => release(file, mine)
    const owner = await read(file)
    if (owner === undefined) {
      await pause()
      continue
    }
    if (isAlive(owner))
      throw new DirectoryInUse(
        `The directory ${directory} is in use by the process ${owner.pid}. Stop that sandbox, or give this one ` +
          'another directory with --database pglite:<directory>.',
      )
    await breakStale(file, owner)
  }
  throw new DirectoryInUse(
    `The lock file ${file} cannot be taken. Delete it, and files that begin with its name, if no sandbox is running.`,
  )
}

/** Linking is atomic and fails when the file is there; what is linked is complete already. */
async function take(file: string, owner: Owner): Promise<boolean> {
  const draft = `${file}.${owner.token}`
  await writeFile(draft, JSON.stringify(owner))
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await unlink(draft)
  }
}

/**
 * Takes the lock of a dead process away. A second name for it, made of its token, is the right to do so: linking
 * gives it to one breaker only, and pins what the lock was at that moment. A lock that somebody has taken meanwhile
 * has another token and stays.
 */
async function breakStale(file: string, stale: Owner): Promise<void> {
  const pinned = `${file}.${stale.token}`
  try {
    await link(file, pinned)
  } catch {
    // Gone already, or another process is just breaking it.
    await pause()
    return
  }
  // Nobody but the owner of this right removes this lock, so it still stands there.
  if ((await read(pinned))?.token === stale.token) await unlink(file)
  await unlink(pinned)
}

async function pause(): Promise<void> {
  await new Promise((done) => setTimeout(done, 10 + Math.random() * 40))
}

async function release(file: string, mine: Owner): Promise<void> {
  if ((await read(file))?.token === mine.token) await unlink(file)
}

async function read(file: string): Promise<Owner | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (typeof value !== 'object' || value === null) return undefined
    const { pid, started, token } = { pid: undefined, started: undefined, token: undefined, ...value }
    if (typeof pid !== 'number' || typeof started !== 'string' || typeof token !== 'string') return undefined
    return { pid, started, token }
  } catch {
    return undefined
  }
}

function isAlive({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return startOf(pid) === started
}

/** Where the system does not tell, every living process with the id counts as the owner. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A killed process that nobody has waited for yet is dead all the same.
    return fields[0] === 'Z' ? 'dead' : (fields[19] ?? '')
  } catch {
    return ''
  }
}
