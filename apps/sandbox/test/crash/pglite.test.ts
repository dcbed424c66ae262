import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/open.ts'
import { startChild } from '../child.ts'
import { checkNothingLost, createUntilGone, tokenFrom } from '../crash-check.ts'
import { startSandbox } from '../../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-crash-'))
const database = `pglite:${join(folder, 'data')}`
const rounds = Number(process.env['CRASH_ROUNDS'] ?? 3)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test(
  `PGlite: kill -9 at ${rounds} random moments under load loses nothing`,
  { timeout: rounds * 120_000 },
  async () => {
    const sandbox = await startSandbox()
    await sandbox.close()
    const { tokenUrl, url: address, scope } = sandbox
    const tokenPath = tokenUrl.slice(address.length)
    const acknowledged: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      const child = await startChild(database)
      expect(child.output()).toContain('answers at')
      const token = await tokenFrom(child.url, tokenPath, scope)
      const created = createUntilGone(child.url, token)
      await created.underLoad()
      child.process.kill('SIGKILL')
      await child.exited
      await created.ended
      acknowledged.push(...created.acknowledged)
    }
    expect(acknowledged.length).toBeGreaterThan(rounds)
    // The killed process has left its lock behind; of two that find it at once, one gets the directory.
    const [one, other] = await Promise.all([startChild(database), startChild(database)])
    const winners = [one, other].filter(({ url }) => url !== '')
    expect(winners).toHaveLength(1)
    for (const { process: child, exited } of winners) {
      child.kill('SIGKILL')
      await exited
    }
    const opened = await openDatabase(database)
    await checkNothingLost(opened, acknowledged)
    await opened.close()
    process.stdout.write(`PGlite: ${rounds} kills, ${acknowledged.length} acknowledged creates, none lost\n`)
  },
)

test('a second process on one directory is refused with a clear message', { timeout: 120_000 }, async () => {
  const own = `pglite:${join(folder, 'shared')}`
  const first = await startChild(own)
  const second = await startChild(own)
  expect(await second.exited).toBe(1)
  expect(second.output()).toMatch(
    /is in use by the process \d+\. Stop that sandbox, or give this one another directory/u,
  )
  await expect(startSandbox({ database: own })).rejects.toThrow('is in use by the process')
  // The first one was not disturbed, and gives the directory back when it ends.
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  first.process.kill('SIGTERM')
  expect(await first.exited).toBe(0)
  const third = await startSandbox({ database: own })
  await expect(startSandbox({ database: own })).rejects.toThrow('is in use by the process')
  await third.close()
})
