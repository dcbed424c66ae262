import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What is asked for, over and over. */
export interface Asked {
  url: string
  headers: Record<string, string>
  /** Sent by POST; a GET where it is missing. */
  body?: string
  /** `{n}` in the path stands for a random number from 1 to this one. */
  most?: number
}

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
 * Asks by wrk over 20 connections.
 * @param folder where its script may be written
 * @param seconds for how long
 * @throws Error when wrk is not installed (Debian: apt-get install wrk)
 */
export async function load(
  folder: string,
  { url, headers, body, most }: Asked,
  seconds: number,
): Promise<Load> {
  const script = join(folder, 'load.lua')
  const { origin } = new URL(url)
  const path = url.slice(origin.length)
  const lines = [
    ...Object.entries(headers).map(
      ([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`,
    ),
    ...(body === undefined ? [] : ['wrk.method = "POST"', `wrk.body = [==[${body}]==]`]),
    ...(most === undefined
      ? []
      : [
          `request = function() return wrk.format(nil, (${JSON.stringify(path)}):gsub("{n}", math.random(1, ${most})), nil, nil) end`,
        ]),
    `done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50),
    e.status + e.connect + e.read + e.write + e.timeout))
end`,
  ]
  await writeFile(script, `${lines.join('\n')}\n`)
  const args = ['-t1', '-c20', `-d${seconds}s`, '--timeout', '10s', '-s', script, origin + path]
  const { stdout } = await run('wrk', args).catch((cause: unknown) => {
    throw new Error('wrk did not run; on Debian: apt-get install wrk', { cause })
  })
  const [, requests = 0, duration = 1, median = 0, errors = 0] =
    /RESULT (\d+) (\d+) (\d+) (\d+)/u.exec(stdout)?.map(Number) ?? []
  return { rate: ((requests - errors) / duration) * 1e6, median: median / 1000, errors }
}
