import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { callers } from './callers.ts'
import { median, quartiles } from './statistics.ts'

/** What one turn of a library took. */
export interface Turn {
  readonly callsPerSecond: number
  /** CPU time of its process per call, in microseconds: user and system, all threads. */
  readonly cpuMicroseconds: number
}

/** What one library reached. */
export interface Speed extends Turn {
  readonly name: string
  /** By library: calls per second to that library's, and CPU added to it; medians of the rounds, with quartiles. */
  readonly to: Readonly<Record<string, { ratio: Spread; added: Spread }>>
}

/** A median, and the quartiles below and above it. */
export type Spread = readonly [low: number, middle: number, high: number]

/**
 * Measures calls one after the other over a connection that is kept alive. The server and each library have a process
 * of their own. The libraries take short turns, and what is compared are turns of the same round: what else the
 * machine does then falls on both.
 * @param rounds how often each library has a turn
 * @param calls how many calls a turn has
 * @param warmUp how many calls each library makes before the first round
 * @param tell hears of each round
 */
export async function measureSpeed(
  rounds: number,
  calls: number,
  warmUp: number,
  tell: (round: number) => void,
): Promise<Speed[]> {
  const server = start('server.ts')
  const [{ port }] = (await once(server, 'message')) as [AddressInfo]
  const url = `http://127.0.0.1:${port}`
  const names = Object.keys(callers(url, {} as Parameters<typeof callers>[1]))
  const processes = new Map<string, ChildProcess>()
  try {
    for (const name of names) {
      const one = start('caller.ts', name, url)
      processes.set(name, one)
      await once(one, 'message')
      await turn(one, warmUp)
    }
    const turns = new Map<string, Turn[]>(names.map((name) => [name, []]))
    for (let round = 0; round < rounds; round++) {
      tell(round)
      // Each round begins with another library.
      const shift = round % names.length
      for (const name of [...names.slice(shift), ...names.slice(0, shift)]) {
        const one = processes.get(name)
        if (one) turns.get(name)?.push(await turn(one, calls))
      }
    }
    return names.map((name) => compare(name, turns))
  } finally {
    for (const one of [...processes.values(), server]) one.disconnect()
  }
}

function start(file: string, ...args: string[]): ChildProcess {
  return fork(new URL(file, import.meta.url), args, { execArgv: ['--import', 'tsx'] })
}

async function turn(one: ChildProcess, calls: number): Promise<Turn> {
  one.send(calls)
  const [result] = (await once(one, 'message')) as [Turn]
  return result
}

function compare(name: string, turns: ReadonlyMap<string, readonly Turn[]>): Speed {
  const own = turns.get(name) ?? []
  const to = [...turns].map(([other, list]) => {
    const pairs = own.flatMap((one, round) => (list[round] ? [[one, list[round]] as const] : []))
    const ratio = quartiles(pairs.map(([one, two]) => one.callsPerSecond / two.callsPerSecond))
    const added = quartiles(pairs.map(([one, two]) => one.cpuMicroseconds - two.cpuMicroseconds))
    return [other, { ratio, added }] as const
  })
  return {
    name,
    callsPerSecond: median(own.map((one) => one.callsPerSecond)),
    cpuMicroseconds: median(own.map((one) => one.cpuMicroseconds)),
    to: Object.fromEntries(to),
  }
}
