import type { FastifyInstance } from 'fastify'
import type { State } from './state.ts'

/** Adds `/healthz` (the process lives) and `/readyz` (it can answer). */
export function addHealth(app: FastifyInstance, state: State): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const isReady = state.isReady && (await canQuery(state))
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' })
  })
}

async function canQuery({ database }: State): Promise<boolean> {
  try {
    await database.query('select 1', [])
    return true
  } catch {
    return false
  }
}
