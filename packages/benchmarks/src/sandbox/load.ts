import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a load generator measured. */
export interface Load {
  /** Good answers per second. */
  rate: number
  /** Milliseconds that half of the answers took at most. */
  median: number
  /** Answers that were no success, and connections that broke. */
  errors: number
}

/**
 * Sends the same POST over and over by wrk.
 * @param folder where its script may be written
 * @param url what to send to
 * @param seconds for how long
 * @throws Error when wrk is not installed (Debian: apt-get install wrk)
 */
export async function load(
  folder: string,
  url: string,
  headers: Record<string, string>,
  body: string,
  seconds: number,
): Promise<Load> {
  const script = join(folder, 'post.lua')
  const lines = Object.entries(headers).map(
    ([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`,
  )
  const report = `done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50),
    e.status + e.connect + e.read + e.write + e.timeout))
end`
  await writeFile(script, `wrk.method = "POST"\nwrk.body = [==[${body}]==]\n${lines.join('\n')}\n${report}\n`)
  const { stdout } = await run('wrk', ['-t1', '-c20', `-d${seconds}s`, '-s', script, url]).catch(
    (cause: unknown) => {
      throw new Error('wrk did not run; on Debian: apt-get install wrk', { cause })
    },
  )
  const [, requests = 0, duration = 1, median = 0, errors = 0] =
    /RESULT (\d+) (\d+) (\d+) (\d+)/u.exec(stdout)?.map(Number) ?? []
  return { rate: ((requests - errors) / duration) * 1e6, median: median / 1000, errors }
}
