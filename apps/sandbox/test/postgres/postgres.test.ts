import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/db/open.ts'
import { startSandbox } from '../../src/index.ts'
import { checkNothingLost, createUntilGone } from '../crash-check.ts'
import { startChild } from '../child.ts'
import { postgresBinaries, type PostgresServer, startPostgres } from '../postgres-server.ts'
import { createdId, example, objectAtTop, send } from '../support.ts'

const rounds = Number(process.env['CRASH_ROUNDS'] ?? 3)
const isThere = postgresBinaries() !== undefined
if (!isThere)
  process.stderr.write(
    '\n*** No PostgreSQL server on this machine: the tests of shared sandboxes DID NOT RUN. ***\n' +
      '*** On Debian: apt-get install postgresql                                         ***\n\n',
  )
// In the project's own gate the server is installed, so its absence is a failure there.
test.runIf(process.env['CI'] === 'true')('the gate has a PostgreSQL server', () => {
  expect(isThere).toBe(true)
})

describe.runIf(isThere)('several instances on one PostgreSQL', { timeout: 120_000 }, () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  }, 120_000)
  afterAll(async () => server.stop())

  test('start together, write together and read each other', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(async () => startSandbox({ database: server.url })))
    try {
      // A token of one is good at every other: they share their keys.
      const token = await all[0]?.token()
      if (token === undefined) throw new Error('no token')
      const ids = await Promise.all(
        all.flatMap((sandbox) =>
          Array.from({ length: 10 }, async () =>
            createdId(
              await send(sandbox, '/v1/Customers', { token, body: example('CustomerCreateMinimal') }),
            ),
          ),
        ),
      )
      for (const sandbox of all) {
        for (const id of ids.slice(0, 5))
          expect((await send(sandbox, `/v1/Customers/${id}`, { token })).status).toBe(200)
        expect(objectAtTop((await send(sandbox, '/v1/Customers', { token })).json)['totalCount']).toBe(40)
      }
      const id = crypto.randomUUID()
      const same = await Promise.all(
        all.map(async (sandbox) =>
          send(sandbox, '/v1/Customers', { token, body: { ...example('CustomerCreateMinimal'), id } }),
        ),
      )
      expect(same.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400, 400, 400])
      expect(all.flatMap(({ violations }) => violations)).toEqual([])
    } finally {
      await Promise.all(all.map(async (sandbox) => sandbox.close()))
    }
  })

  test(
    'a killed sandbox and a killed server lose nothing that was acknowledged',
    { timeout: rounds * 120_000 },
    async () => {
      const acknowledged: string[] = []
      for (let round = 0; round < rounds; round += 1) {
        const victim = round % 2 === 0 ? 'sandbox' : 'server'
        const child = await startChild(server.url)
        expect(child.output()).toContain('answers at')
        const other = await startSandbox({ database: server.url })
        const token = await other.token()
        const created = createUntilGone(child.url, token)
        await created.underLoad()
        if (victim === 'sandbox') child.process.kill('SIGKILL')
        else await server.kill()
        await created.ended
        acknowledged.push(...created.acknowledged)
        child.process.kill('SIGKILL')
        await child.exited
        if (victim === 'server') await server.start()
        // The sandbox that lived through it finds its way back by itself.
        await expect
          .poll(async () => (await send(other, '/v1/Customers', { token })).status, { timeout: 20_000 })
          .toBe(200)
        await other.close()
      }
      expect(acknowledged.length).toBeGreaterThan(rounds)
      const opened = await openDatabase(server.url)
      await checkNothingLost(opened, acknowledged)
      await opened.close()
      process.stdout.write(
        `PostgreSQL: ${rounds} kills, ${acknowledged.length} acknowledged creates, none lost\n`,
      )
    },
  )
})
