import type { FastifyInstance } from 'fastify'
import { Histogram } from 'prom-client'
import { contextOf } from './request-context.ts'
import type { State } from './state.ts'

const name = 'sandbox_request_duration_seconds'

/** Measures every request and shows the result to Prometheus at `/metrics`. */
export function addMetrics(app: FastifyInstance, { metrics }: State): void {
  const known = metrics.getSingleMetric(name)
  const duration =
    known instanceof Histogram
      ? known
      : new Histogram({
          name,
          help: 'How long requests took, by operation and status.',
          labelNames: ['operation', 'status'],
          buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
          registers: [metrics],
        })
  // Finding a histogram by its labels costs more than observing; there are few pairs of operation and status.
  const found = new Map<string, Histogram.Internal<'operation' | 'status'>>()
  app.addHook('onResponse', (request, reply, done) => {
    const operation = contextOf(request).operationId ?? 'other'
    const key = `${operation} ${reply.statusCode}`
    const own = found.get(key) ?? duration.labels(operation, String(reply.statusCode))
    found.set(key, own)
    own.observe(reply.elapsedTime / 1000)
    done()
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  )
}
