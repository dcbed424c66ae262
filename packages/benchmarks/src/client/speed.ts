import { fork } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { requestExamples } from '@cloudcockpit/openapi/examples'
import { type Caller, callers } from './callers.ts'

/** What one library reached. */
export interface Speed {
  readonly name: string
  readonly callsPerSecond: number
  /** CPU time of this process per call, in microseconds. */
  readonly cpuMicroseconds: number
}

/**
 * Measures calls per second, one after the other over a connection that is kept alive. The libraries take turns, and
 * the median of the rounds counts, so that what else the machine does falls on all of them.
 * @param rounds how often each library has a turn
 * @param calls how many calls a turn has
 */
export async function measureSpeed(rounds: number, calls: number): Promise<Speed[]> {
  const server = fork(new URL('server.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
  const { port } = await new Promise<AddressInfo>((resolve) => server.once('message', resolve))
  const all = Object.entries(callers(`http://127.0.0.1:${port}`, requestExamples.createCustomer.microsoft))
  const turns = new Map<string, Omit<Speed, 'name'>[]>(all.map(([name]) => [name, []]))
  for (const [, call] of all) await turn(call, calls)
  for (let round = 0; round < rounds; round++)
    for (const [name, call] of all) turns.get(name)?.push(await turn(call, calls))
  server.disconnect()
  return [...turns].map(([name, list]) => ({
    name,
    callsPerSecond: median(list.map((one) => one.callsPerSecond)),
    cpuMicroseconds: median(list.map((one) => one.cpuMicroseconds)),
  }))
}

async function turn(call: Caller, calls: number): Promise<Omit<Speed, 'name'>> {
  const cpu = process.cpuUsage()
  const began = performance.now()
  for (let number = 0; number < calls; number++) await call()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return { callsPerSecond: calls / seconds, cpuMicroseconds: (user + system) / calls }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
