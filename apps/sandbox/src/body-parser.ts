import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isUtf8 } from 'node:buffer'
import type { Json } from './contract/json.ts'
import { parseJson } from './contract/json-text.ts'
import { ApiError } from './errors.ts'
import { contextOf } from './request-context.ts'

/**
 * Reads JSON bodies, and only those. Fastify's own parser is replaced because it lets broken UTF-8 pass, and because
 * an error here is to be the API's.
 */
export function addBodyParser(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done) => {
      // Nobody reads a body that was sent to nowhere.
      if (request.is404) done(null, undefined)
      else read(request, body, done)
    },
  )
}

function read(
  request: FastifyRequest,
  body: Buffer,
  done: (error: Error | null, value?: Json) => void,
): void {
  if (body.length === 0) done(new ApiError(400, 'The body is missing.'))
  else if (!isUtf8(body)) done(new ApiError(400, 'The body is not valid UTF-8.'))
  else {
    const sent = body.toString('utf8')
    const text = sent.startsWith('\uFEFF') ? sent.slice(1) : sent
    const parsed = parseJson(text)
    contextOf(request).text = text
    if ('problem' in parsed) done(new ApiError(400, `The body ${parsed.problem}.`))
    else done(null, parsed.value)
  }
}
