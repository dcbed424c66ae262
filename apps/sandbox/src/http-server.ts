import { createServer, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { randomUUID } from 'node:crypto'
import { ApiError, envelopeOf } from './errors.ts'
import { limits } from './limits.ts'

/**
 * An HTTP server with the sandbox's limits. What Node refuses before there is a request is answered in the error
 * envelope too.
 * @param listener answers requests
 */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      keepAliveTimeout: limits.keepAliveTimeout,
      connectionsCheckingInterval: limits.connectionsCheckingInterval,
      requireHostHeader: true,
    },
    listener,
  )
  server.on('clientError', (error, socket) => {
    refuse(socket, statusOf(error))
  })
  return server
}

function statusOf(error: Error): number {
  const code = 'code' in error ? error.code : undefined
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}

function refuse(socket: Duplex, status: number): void {
  if (!socket.writable || socket.destroyed) {
    socket.destroy()
    return
  }
  const correlationId = randomUUID()
  const body = JSON.stringify(envelopeOf(new ApiError(status), correlationId))
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Bad Request'}\r\nConnection: close\r\nX-Correlation-Id: ${correlationId}\r\n` +
      `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

const reasons: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}
