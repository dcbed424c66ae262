import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { ApiError } from '../errors.ts'

/** The header that every change needs: a web page of another origin cannot send it without being asked. */
export const changeHeader = 'x-sandbox-admin'

/**
 * Lets only programs and pages of this machine use the admin API: the peer must be on loopback and not a proxy,
 * Host must name loopback (or another name could be rebound to it by DNS), and Origin and Sec-Fetch-Site must
 * be the sandbox's own.
 * @throws ApiError 403 with the reason in the message
 */
export function guard(request: FastifyRequest, { admin }: Pick<Config, 'admin'>): void {
  const { headers, method } = request
  if (admin === 'off') throw new ApiError(404)
  const isLocal = /^(?:::ffff:)?127\.|^::1$/u.test(request.socket.remoteAddress ?? '')
  if (!isLocal || headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined)
    throw new Refused('The admin API is for this machine only.')
  if (!/^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d{1,5})?$/iu.test(headers.host ?? ''))
    throw new Refused('The header Host must name loopback.')
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host ?? ''}`)
    throw new Refused('Pages of other origins may not use the admin API.')
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Refused('Pages of other sites may not use the admin API.')
  if (method !== 'GET' && headers[changeHeader] !== '1')
    throw new Refused('Changes need the header X-Sandbox-Admin: 1.')
}

/** A refusal that says why; unlike the API's own 403 it may have a body. */
export class Refused extends Error {
  override readonly name = 'Refused'
}
