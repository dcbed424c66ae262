import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseJson } from './contract/json-text.ts'
import { ApiError } from './errors.ts'

/**
 * Reads JSON bodies, and only those. Fastify's own parser is replaced because it lets broken UTF-8 pass, and because
 * an error here is to be the API's.
 */
export function addBodyParser(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      // Nobody reads a body that was sent to nowhere.
      if (request.is404) return undefined
      if (body.length === 0) throw new ApiError(400, 'The body is missing.')
      const parsed = parseJson(decode(body))
      if ('problem' in parsed) throw new ApiError(400, `The body ${parsed.problem}.`)
      return parsed.value
    },
  )
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new ApiError(400, 'The body is not valid UTF-8.')
  }
}
