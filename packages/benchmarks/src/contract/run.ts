import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** What a program cost. */
export interface Cost {
  /** Wall time in seconds. */
  seconds: number
  /** Peak memory in megabytes. */
  megabytes: number
  stdout: string
  code: number
}

/**
 * Runs a program to its end, and measures its wall time and its peak memory (VmHWM of Linux).
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
    let [stdout, stderr, peak] = ['', '', 0]
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const watch = setInterval(() => {
      void peakOf(child.pid).then((megabytes) => (peak = Math.max(peak, megabytes)))
    }, 50)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearInterval(watch)
      if (signal !== null) reject(new Error(`${program} ended by ${signal}: ${stderr}`))
      else resolve({ seconds: (performance.now() - start) / 1000, megabytes: peak, stdout, code: code ?? 1 })
    })
  })
}

/** The highest memory that a process has had so far; 0 where the system does not tell. */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}
