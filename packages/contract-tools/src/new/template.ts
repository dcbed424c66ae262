import { type Method, pascal, pathParameters, singular, words } from './names.ts'

/** What a new operation is made of. */
export interface NewOperation {
  url: string
  method: Method
  operationId: string
  tag: string
  roles: string[]
  /** The schema of the body that is sent; for methods that take one. */
  body?: string
  /** The schema of what is answered with 200; without it the answer is 204 without a body. */
  answer?: string
  /** Files under components/responses/ that this contract has. */
  responses: ReadonlySet<string>
}

/** What a person has to write stands behind this word; `npm run check` finds what was forgotten. */
export const open = 'TODO'

const safe = (method: Method) => method === 'get' || method === 'head'

/** The text of one operation in a path's file. */
export function operationText(operation: NewOperation): string {
  const { method, operationId, tag, roles, body } = operation
  const title = sentence(words(pascal(operationId)))
  return `${method}:
  operationId: ${operationId}
  summary: ${title}
  description: |-
    ${open} What a caller achieves with it, and what to know before calling.
  tags: [${tag}]
  x-roles: [${roles.join(', ')}]
  x-retry-safety: ${safe(method) ? 'safe' : 'unsafe'}
${method === 'post' ? `  x-reconcile: ${open} No read is known that tells whether a request with a lost answer was applied.\n` : ''}\
  x-sandbox:
    implemented: false
  x-documentation:
    coverage: partial
    unknown:
      - ${open} What the public documentation leaves open about this operation.
${body === undefined ? '' : bodyText(body, operationId)}  responses:
${answers(operation)}`
}

function bodyText(schema: string, operationId: string): string {
  return `  requestBody:
    required: true
    description: ${open} What to send.
    content:
      application/json:
        schema:
          $ref: ../components/schemas/${schema}.yaml
        examples:
          minimal:
            $ref: ../components/examples/${exampleOf(operationId, 'Minimal')}.yaml
`
}

/** The file of an operation's example, without its ending. */
export function exampleOf(operationId: string, name: string): string {
  return pascal(operationId) + name
}

function answers(operation: NewOperation): string {
  const { url, body, responses } = operation
  const owner = pathParameters(url)
    .map((name) => pascal(name.replace(/Id$/, '')))
    .find((name) => responses.has(`${name}NotFound`))
  const badId = pathParameters(url)
    .map((name) => `Bad${pascal(name)}`)
    .find((name) => responses.has(name))
  const shared: [string, string][] = [
    ['401', 'Unauthorized'],
    ['403', 'Forbidden'],
    ...(owner === undefined ? [] : [['404', `${owner}NotFound`] satisfies [string, string]]),
    ...(body === undefined
      ? []
      : [
          ['413', 'ContentTooLarge'] satisfies [string, string],
          ['415', 'UnsupportedMediaType'] satisfies [string, string],
        ]),
    ['429', 'TooManyRequests'],
    ['500', 'ServerError'],
  ]
  const bad = body === undefined ? reference('400', badId ?? 'BadParameter') : badBody
  return `${success(operation)}${bad}${shared.map(([status, name]) => reference(status, name)).join('')}`
}

function success({ operationId, answer }: NewOperation): string {
  if (answer === undefined) return `    '204':\n      description: ${open} What was done. There is no body.\n`
  return `    '200':
      description: ${open} What is answered.
      content:
        application/json:
          schema:
            $ref: ../components/schemas/${answer}.yaml
          examples:
            found:
              $ref: ../components/examples/${exampleOf(operationId, 'Found')}.yaml
`
}

const badBody = `    '400':
      description: The request is not valid. Every property at fault is named; nothing was changed.
      content:
        application/json:
          schema:
            $ref: ../components/schemas/ErrorEnvelope.yaml
          examples:
            body:
              $ref: ../components/examples/ErrorBody.yaml
            tenantHeader:
              $ref: ../components/examples/ErrorTenantHeader.yaml
`

function reference(status: string, name: string): string {
  return `    '${status}':\n      $ref: ../components/responses/${name}.yaml\n`
}

/** The text of a new path's file, before its operations. */
export function pathText(parameterFiles: string[]): string {
  const files = ['XTenant', 'XCorrelationId', ...parameterFiles]
  return `parameters:\n${files.map((name) => `  - $ref: ../components/parameters/${name}.yaml\n`).join('')}`
}

/** The text of a path parameter's file: an id is a UUID, as everywhere in this API; anything else is text. */
export function parameterText(name: string): string {
  const isId = name.endsWith('Id')
  const thing = words(pascal(name.replace(/Id$/, '')))
  const value = isId ? '3fa85f64-5717-4562-b3fc-2c963f66afa6' : `${open} a real value`
  return `name: ${name}
in: path
required: true
description: ${open} Which ${thing} is meant, and where a caller gets the value.
${personal.test(name) ? 'x-sensitive: personal\n' : ''}schema:
  type: string
  ${isId ? 'format: uuid' : 'maxLength: 255'}
  description: ${isId ? `The id of one ${thing}` : `One ${thing}`}.
  examples:
    - ${value}
example: ${value}
`
}

/** Names that lint takes for personal data; it says so where this guess falls short. */
const personal = /mail|phone|firstName|lastName|middleName/i

/** The text of a new schema's file: one property to begin with. */
export function schemaText(name: string): string {
  return `type: object
description: ${open} What this ${words(name)} is, for somebody who has never seen one.
properties:
  name:
    type: [string, 'null']
    maxLength: 255
    description: ${open} What a caller sends or finds here.
    examples:
      - ${open} a real value
examples:
  - name: ${open} a real value
`
}

/** The text of an example's file. */
export function exampleText(title: string, value: string): string {
  return `summary: ${title}\ndescription: ${open} The case that this shows.\nvalue: ${value}\n`
}

/** The default name of the schema that an operation sends or answers. */
export function schemaOf(url: string): string {
  const [last = 'Thing', owner] = url
    .split('/')
    .filter((segment) => segment !== '' && !segment.startsWith('{') && !/^v\d+$/.test(segment))
    .toReversed()
  return owner === undefined ? singular(pascal(last)) : singular(pascal(owner)) + singular(pascal(last))
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
