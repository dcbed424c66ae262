import { type ChildProcess, spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'

/** A server in a process of its own. */
export interface Child {
  url: string
  token: string
  /** Megabytes that it holds in memory. */
  memory(): number
  /** Seconds of processor time that it has used. */
  cpu(): number
  stop(): Promise<void>
}

/**
 * Starts a command and waits for the line of JSON with its address.
 * @param args the arguments of node
 * @param output the file that takes what it prints, so that nobody has to read its log while it is measured
 */
export async function start(args: string[], output: string): Promise<Child> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', openSync(output, 'w'), 'inherit'] })
  const line = await firstLine(child, output)
  const { url, token = '' }: { url: string; token?: string } = JSON.parse(line)
  return asChild(child, url, token)
}

/** A process that answers at a URL. */
export function asChild(child: ChildProcess, url: string, token: string): Child {
  return { url, token, memory: () => memoryOf(child), cpu: () => cpuOf(child), stop: async () => stop(child) }
}

/** Ends a process and waits until it is gone. */
export async function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
}

/** Resident memory in megabytes, as Linux counts it. */
export function memoryOf(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024)
}

/** A port that is free at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

function cpuOf(child: ChildProcess): number {
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // User and system time in ticks of a hundredth of a second.
  return (Number(fields[11]) + Number(fields[12])) / 100
}

async function firstLine(child: ChildProcess, output: string): Promise<string> {
  for (;;) {
    // Its log, if it has one, may begin before.
    const line = (await readFile(output, 'utf8')).split('\n').find((each) => each.startsWith('{"url"'))
    if (line?.endsWith('}') === true) return line
    if (child.exitCode !== null)
      throw new Error(`The server ended with ${child.exitCode} before it answered.`)
    await new Promise((done) => setTimeout(done, 50))
  }
}
