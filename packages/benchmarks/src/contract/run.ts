import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** What a program cost. */
export interface Cost {
  /** Wall time in seconds. */
  seconds: number
  /** Time of the processors in seconds, all threads together. */
  processor: number
  /** Peak memory in megabytes. */
  megabytes: number
  stdout: string
  code: number
}

/**
 * Runs a program to its end, and measures its wall time, the time of its processors and its peak memory
 * (both as Linux tells them, looked at twenty times a second).
 * @param program what to start; no shell reads the parameters
 * @throws Error when it cannot be started or ends by a signal; an exit code is the caller's to judge
 */
export async function run(
  program: string,
  parameters: string[],
  options: { cwd?: string } = {},
): Promise<Cost> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      ...options,
    })
    let [stdout, stderr, peak, processor] = ['', '', 0, 0]
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const watch = setInterval(() => {
      void peakOf(child.pid).then((megabytes) => (peak = Math.max(peak, megabytes)))
      void processorOf(child.pid).then((seconds) => (processor = Math.max(processor, seconds)))
    }, 50)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearInterval(watch)
      if (signal !== null) reject(new Error(`${program} ended by ${signal}: ${stderr}`))
      else {
        const seconds = (performance.now() - start) / 1000
        resolve({ seconds, processor, megabytes: peak, stdout, code: code ?? 1 })
      }
    })
  })
}

/** The highest memory that a process has had so far; 0 where the system does not tell. */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}

/** User and system time of a process so far, in seconds (Linux counts hundredths); 0 where the system does not tell. */
async function processorOf(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid ?? 0}/stat`, 'utf8').catch(() => '')
  // After the name of the program, which may hold spaces: state is the first field, utime and stime the 12th and 13th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}
