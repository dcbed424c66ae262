import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DirectoryInUse, lockDirectory } from '../src/db/lock.ts'

/** A process that cannot be: no system has ids as large as this. */
const dead = { pid: 2 ** 31 - 2, started: '1' }

test('of many that find a stale lock at once, exactly one gets the directory', async () => {
  for (let round = 0; round < 20; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-lock-'))
    const directory = join(folder, 'data')
    await writeFile(`${directory}.lock`, JSON.stringify({ ...dead, token: crypto.randomUUID() }))
    const outcomes = await Promise.allSettled(
      Array.from({ length: 16 }, async () => lockDirectory(directory)),
    )
    const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    const losers = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(winners).toHaveLength(1)
    for (const { reason } of losers) expect(reason).toBeInstanceOf(DirectoryInUse)
    await winners[0]?.value()
    // Nothing is left behind, and the directory can be taken again.
    expect(await readdir(folder)).toEqual([])
    await (
      await lockDirectory(directory)
    )()
    await rm(folder, { recursive: true })
  }
})
