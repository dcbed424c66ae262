import type * as AjvModule from 'ajv/dist/2020.js'
import type * as Formats from 'ajv-formats'
import type * as Fastify from 'fastify'
import { readFile } from 'node:fs/promises'

/**
 * What the sandbox is made of, and no more: Fastify, and one Ajv validator from the bundle. No token, no tenant, no
 * rules, no audit record. The arguments are the modules of Fastify, Ajv and its formats, and the bundle.
 */
const [fastifyPath = '', ajvPath = '', formatsPath = '', bundle = ''] = process.argv.slice(2)
// oxlint-disable typescript/no-unsafe-type-assertion -- modules have the types of their packages
const { fastify } = (await import(fastifyPath)) as typeof Fastify
const { Ajv2020 } = (await import(ajvPath)) as typeof AjvModule
const formats = ((await import(formatsPath)) as typeof Formats).default
// oxlint-enable typescript/no-unsafe-type-assertion
const document: Record<string, unknown> = JSON.parse(await readFile(bundle, 'utf8'))
const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true })
formats.default(ajv)
ajv.addSchema({ ...document, $id: 'openapi' })
const validate = ajv.compile({ $ref: 'openapi#/components/schemas/Customer' })

const app = fastify({ logger: false })
app.post('/v1/Customers', async (request, reply) => {
  const isGood = validate(request.body)
  return reply
    .code(isGood ? 201 : 400)
    .type('application/json; charset=utf-8')
    .send('"1b671a64-40d5-491e-99b0-da01ff1f3341"')
})
const url = await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`${JSON.stringify({ url })}\n`)
