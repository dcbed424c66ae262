import { kinds } from '../faults/parse.ts'

const answer = (description: string) => ({
  '200': { description },
  '403': { description: 'Not from this machine, or not from its own page.' },
})
const reveal = {
  name: 'reveal',
  in: 'query',
  description: 'True shows sensitive properties, which are masked otherwise.',
  schema: { type: 'boolean', default: false },
}
const change = {
  name: 'X-Sandbox-Admin',
  in: 'header',
  required: true,
  description: 'Keeps pages of other origins from changing anything.',
  schema: { const: '1' },
}
const body = (schema: object) => ({ required: true, content: { 'application/json': { schema } } })
const get = (operationId: string, summary: string, parameters: object[] = []) => ({
  get: { operationId, summary, parameters, responses: answer(summary) },
})
const post = (operationId: string, summary: string, requestBody?: object) => ({
  post: {
    operationId,
    summary,
    parameters: [change],
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: { ...answer(summary), '400': { description: 'The body is not valid; the message says why.' } },
  },
})

/** The description of the admin API. It is no part of the CloudCockpit API. */
export const adminDocument = {
  openapi: '3.1.1',
  info: { title: 'Admin API of the sandbox', version: '1.0.0', description: 'For this machine only.' },
  paths: {
    '/_sandbox/requests': get(
      'listRequests',
      'The latest requests of this process, with bodies and answers',
      [reveal],
    ),
    '/_sandbox/audit': get('listAudit', 'The latest records of the audit log'),
    '/_sandbox/customers': get(
      'listStoredCustomers',
      'The latest customers, with relation and effective margins',
      [reveal],
    ),
    '/_sandbox/resellers': get(
      'listStoredResellers',
      'The latest resellers, with status and effective margins',
      [reveal],
    ),
    '/_sandbox/faults': {
      ...get('listFaults', 'The faults that wait for a request'),
      ...post(
        'addFault',
        'Plan a fault',
        body({
          type: 'object',
          required: ['kind'],
          properties: {
            kind: { enum: kinds },
            operationId: { type: 'string', description: 'Only this operation; every one when left out.' },
            count: {
              type: 'integer',
              minimum: 1,
              maximum: 1000,
              default: 1,
              description: 'How many requests are hit.',
            },
            status: { type: 'integer', minimum: 200, maximum: 599 },
            body: { enum: ['envelope', 'empty', 'html'] },
            retryAfter: { type: 'string' },
            commit: { type: 'boolean', description: 'Apply the request before answering with the status.' },
            ms: { type: 'integer', description: 'Of a delay or a slow body.' },
            seconds: { type: 'integer', description: 'Validity of a token-short.' },
          },
        }),
      ),
      delete: {
        operationId: 'clearFaults',
        summary: 'Forget all planned faults',
        parameters: [change],
        responses: answer('Forgotten'),
      },
    },
    '/_sandbox/clock': post(
      'shiftClock',
      'Shift the clock of tokens',
      body({
        type: 'object',
        required: ['shift'],
        properties: { shift: { type: 'integer', description: 'Milliseconds.' } },
      }),
    ),
    '/_sandbox/keys': post('rotateKeys', 'Make a new signing key and forget the old ones'),
    '/_sandbox/clients': post(
      'addClient',
      'Add an API Access; the answer has its secret, once',
      body({
        type: 'object',
        required: ['name', 'role', 'tenant'],
        properties: {
          name: { type: 'string', maxLength: 255 },
          role: { enum: ['csp', 'reseller'] },
          tenant: { type: 'string', description: 'A domain of the tenant.' },
          resellerId: { type: 'string', format: 'uuid', description: 'Needed for the role reseller.' },
        },
      }),
    ),
    '/_sandbox/reset': post('reset', 'Delete what callers made, and seed again'),
    '/_sandbox/seed': post('seed', 'Add what the seed has and the database lacks'),
  },
}
