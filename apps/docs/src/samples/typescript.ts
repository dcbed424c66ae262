import type { OpenApiDocument } from './document.ts'
import { tokenVariable } from './curl.ts'
import { isJsonString } from './json-strings.ts'
import { literal, quoted, type Replace } from './literal.ts'
import { isJson } from '../reference/media-type.ts'
import type { ParameterValue, RequestExample } from './request.ts'

/** The header that the client fills in from its `tenant`. */
const tenantHeader = 'x-tenant'

/** A program that makes the request with our client. It reads the token from `COCKPIT_TOKEN` and prints the answer. */
export function typescript(document: OpenApiDocument, request: RequestExample, server: string): string {
  const call = callSource(document, request)
  const take = request.creates ? 'createdId' : 'unwrap'
  const names = ['createClient', take, ...(call.includes('jsonString(') ? ['jsonString'] : [])].sort()
  const tenant = request.parameters.find(isTenant)?.value
  return [
    `import { ${names.join(', ')} } from '@cloudcockpit/client'`,
    '',
    'const cockpit = createClient({',
    `  baseUrl: ${quoted(server)},`,
    ...(tenant === undefined ? [] : [`  tenant: ${literal(tenant)},`]),
    `  auth: process.env.${tokenVariable} ?? '',`,
    '})',
    '',
    `const ${request.creates ? 'id' : 'answer'} = await ${take}(${call})`,
    `console.log(${request.creates ? 'id' : 'answer'})`,
  ].join('\n')
}

function callSource(document: OpenApiDocument, request: RequestExample): string {
  const options = [paramsSource(request.parameters), bodySource(document, request)].filter(
    (part) => part !== '',
  )
  const head = `cockpit.${request.method}(${quoted(request.path)}`
  if (options.length === 0) return `${head})`
  return `\n  ${head}, {\n${options.map((option) => `    ${option},\n`).join('')}  }),\n`
}

function paramsSource(parameters: readonly ParameterValue[]): string {
  const groups: Record<string, Record<string, unknown>> = {}
  for (const parameter of parameters) {
    if (parameter.value === undefined || isTenant(parameter)) continue
    groups[parameter.in] = { ...groups[parameter.in], [parameter.name]: parameter.value }
  }
  return Object.keys(groups).length === 0 ? '' : `params: ${literal(groups, undefined, '    ')}`
}

function isTenant(parameter: ParameterValue): boolean {
  return parameter.in === 'header' && parameter.name.toLowerCase() === tenantHeader
}

function bodySource(document: OpenApiDocument, { body }: RequestExample): string {
  if (body === undefined) return ''
  const source = `body: ${literal(body.value, jsonStrings(document, body.schema), '    ')}`
  const plain = ['bodySerializer: String', `headers: { 'Content-Type': ${quoted(body.mediaType)} }`]
  return isJson(body.mediaType) ? source : [source, ...plain].join(',\n    ')
}

/** JSON text inside a string is written as the object it stands for, turned into text by the client's `jsonString`. */
function jsonStrings(document: OpenApiDocument, schema: unknown): Replace {
  return (value, path, indent) => {
    if (typeof value !== 'string' || !isJsonString(document, schema, path)) return undefined
    try {
      return `jsonString(${literal(JSON.parse(value), undefined, indent)})`
    } catch {
      return undefined
    }
  }
}
