import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

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
 */
export async function start(args: string[]): Promise<Child> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await firstLine(child)
  const { url, token = '' }: { url: string; token?: string } = JSON.parse(line)
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

function cpuOf(child: ChildProcess): number {
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // User and system time in ticks of a hundredth of a second.
  return (Number(fields[11]) + Number(fields[12])) / 100
}

async function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('\n')) done(text.split('\n')[0] ?? '')
    })
    child.once('exit', (code) => failed(new Error(`The server ended with ${code} before it answered.`)))
  })
}
