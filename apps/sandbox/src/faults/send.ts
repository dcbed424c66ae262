import type { FastifyReply } from 'fastify'
import { ApiError, envelopeOf } from '../errors.ts'
import type { OperationFault } from './fault.ts'

const page =
  '<!doctype html><html><head><title>Gateway</title></head><body><h1>Something is wrong</h1></body></html>'

/** Waits. */
export async function pause(ms: number): Promise<void> {
  await new Promise((done) => setTimeout(done, ms))
}

/** Ends the connection without a word. */
export function drop(reply: FastifyReply): void {
  reply.hijack()
  reply.raw.socket?.destroy()
}

/** Answers with the status that a fault asks for. */
export function sendStatus(
  reply: FastifyReply,
  fault: OperationFault & { kind: 'status' },
  correlationId: string,
): FastifyReply {
  if (fault.retryAfter !== undefined) void reply.header('retry-after', fault.retryAfter)
  void reply.code(fault.status)
  if (fault.body === 'html') return reply.type('text/html; charset=utf-8').send(page)
  if (fault.body === 'empty') return reply.send()
  const body = JSON.stringify(envelopeOf(new ApiError(fault.status), correlationId))
  return reply.type('application/json; charset=utf-8').send(body)
}

/**
 * Sends a good answer badly.
 * @param status the answer's status
 * @param text the answer's body as JSON text
 * @returns false for a fault that is none of the answer: nothing was sent
 */
export async function sendBroken(
  reply: FastifyReply,
  fault: OperationFault,
  status: number,
  text: string,
): Promise<boolean> {
  switch (fault.kind) {
    case 'commit-then-drop':
      drop(reply)
      return true
    case 'html':
      void reply.code(status).type('text/html; charset=utf-8').send(page)
      return true
    case 'wrong-type':
      void reply.code(status).type('application/json; charset=utf-8').send('[42]')
      return true
    case 'truncate':
      writeHead(reply, status, text)
      // The connection ends when this half has left.
      reply.raw.write(text.slice(0, Math.ceil(text.length / 2)), () => reply.raw.socket?.destroySoon())
      return true
    case 'slow-body':
      writeHead(reply, status, text)
      for (const piece of pieces(text, 10)) {
        reply.raw.write(piece)
        await pause(fault.ms / 10)
      }
      reply.raw.end()
      return true
    case 'status':
    case 'delay':
    case 'drop':
      break
  }
  return false
}

function writeHead(reply: FastifyReply, status: number, text: string): void {
  reply.hijack()
  reply.raw.writeHead(status, {
    ...Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)),
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
}

function pieces(text: string, count: number): Buffer[] {
  const bytes = Buffer.from(text)
  const size = Math.max(1, Math.ceil(bytes.length / count))
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  )
}
