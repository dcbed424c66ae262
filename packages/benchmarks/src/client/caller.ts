import { requestExamples } from '@cloudcockpit/openapi/examples'
import { callers } from './callers.ts'

/* One library in a process of its own, so that its garbage and its compiled code are its own. On a number it makes
   so many calls, one after the other, and tells its parent what they took. */
const [, , name = '', url = ''] = process.argv
const call = callers(url, requestExamples.createCustomer.microsoft)[name]
if (!call) throw new Error(`there is no caller ${name}`)

process.on('message', (calls: number) => {
  void turn(calls)
})
process.on('disconnect', () => process.exit())
process.send?.('ready')

async function turn(calls: number): Promise<void> {
  const cpu = process.cpuUsage()
  const began = performance.now()
  for (let number = 0; number < calls; number++) await call?.()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  process.send?.({ callsPerSecond: calls / seconds, cpuMicroseconds: (user + system) / calls })
}
