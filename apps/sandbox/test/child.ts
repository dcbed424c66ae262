import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** A sandbox in a process of its own, started by its command. */
export interface Child {
  process: ChildProcess
  url: string
  output: () => string
  exited: Promise<number | null>
}

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** The built server where it is newer than its source, which is several times quicker to start; the source otherwise. */
function command(): string[] {
  const built = path('../dist/server.js')
  const sources = readdirSync(path('../src'), { recursive: true, encoding: 'utf8' })
  const newest = Math.max(...sources.map((name) => statSync(path(`../src/${name}`)).mtimeMs))
  const isCurrent = existsSync(built) && statSync(built).mtimeMs > newest
  return isCurrent ? [built] : ['--import', tsx, path('../src/server.ts')]
}

/**
 * Starts the sandbox's server on a free port.
 * @param database the database's URL
 * @returns when it answers, or when it ended without
 */
export async function startChild(database: string): Promise<Child> {
  const args = [...command(), '--port', '0', '--database', database, '--log-level', 'error']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  const url = await new Promise<string>((done) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = /answers at (?<url>http:\S+)/u.exec(output)?.groups?.['url']
      if (found !== undefined) done(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void exited.then(() => done(''))
  })
  return { process: child, url, output: () => output, exited }
}
