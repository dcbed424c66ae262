/**
 * What a page must show of a document, found without the spec model: a second reader of the document, so that a
 * mistake of the model is a difference and not a shared belief.
 */

/** One fact, and where the page must show it. */
export interface Expectation {
  /** Whose page: an operation by its id, or a schema by its name. */
  page: { kind: 'operation' | 'schema'; name: string }
  /** The part of the page, such as `request-body` or `response-404`. */
  section: string
  /** The names of the properties that lead to it. */
  path: string[]
  /** The words that must stand there. */
  text: string
  /** The JSON pointer of the fact, for the reader of a failure. */
  pointer: string
}

type Value = null | boolean | number | string | Value[] | { [key: string]: Value }
type Group = Record<string, Value>

const labels: Record<string, string> = {
  minLength: 'min length',
  maxLength: 'max length',
  pattern: 'pattern',
  format: 'format',
  minimum: 'minimum',
  maximum: 'maximum',
  exclusiveMinimum: 'greater than',
  exclusiveMaximum: 'less than',
  multipleOf: 'multiple of',
  minItems: 'min items',
  maxItems: 'max items',
  uniqueItems: 'unique items',
  minProperties: 'min properties',
  maxProperties: 'max properties',
  minContains: 'min matching items',
  maxContains: 'max matching items',
  contentMediaType: 'contains',
  contentEncoding: 'encoding',
  default: 'default',
}

const flags: Record<string, string> = {
  deprecated: 'deprecated',
  readOnly: 'read only',
  writeOnly: 'write only',
}

const nested = [
  'items',
  'contains',
  'additionalProperties',
  'propertyNames',
  'contentSchema',
  'not',
  'if',
  'then',
  'else',
]
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'])

/** Every fact that the pages of a document must show. */
export function expectations(document: unknown): Expectation[] {
  const root = asGroup(document)
  const found: Expectation[] = []
  for (const section of ['paths', 'webhooks']) {
    for (const [path, site] of Object.entries(asGroup(root[section]))) {
      const item = follow(root, site)
      for (const [method, operation] of Object.entries(item)) {
        if (methods.has(method)) readOperation(root, found, item, asGroup(operation), method, path)
      }
    }
  }
  for (const [name, schema] of Object.entries(asGroup(asGroup(root['components'])['schemas']))) {
    const place: Place = { page: { kind: 'schema', name }, section: 'schema', path: [] }
    readSchema(root, found, schema, place, `/components/schemas/${name}`, [name])
  }
  return found
}

type Place = Pick<Expectation, 'page' | 'section' | 'path'>

function readOperation(
  root: Group,
  found: Expectation[],
  item: Group,
  operation: Group,
  method: string,
  path: string,
): void {
  const id = asText(operation['operationId']) ?? `${method.toUpperCase()} ${path}`
  const page = { kind: 'operation' as const, name: id }
  const pointer = `${path}/${method}`
  const head: Place = { page, section: 'head', path: [] }
  expectText(found, head, path, pointer)
  expectText(found, head, asText(operation['summary']), `${pointer}/summary`)
  if (operation['deprecated'] === true) expectText(found, head, 'deprecated', `${pointer}/deprecated`)
  for (const role of asList(operation['x-roles'])) expectText(found, head, asText(role), `${pointer}/x-roles`)
  for (const alternative of asList(operation['security'] ?? root['security'])) {
    for (const scheme of Object.keys(asGroup(alternative))) {
      expectText(found, { ...head, section: 'authorization' }, scheme, `${pointer}/security`)
    }
  }
  readParameters(
    root,
    found,
    [...asList(item['parameters']), ...asList(operation['parameters'])],
    page,
    pointer,
  )
  const body = follow(root, operation['requestBody'])
  const section = { page, section: 'request-body', path: [] }
  if (body['required'] === true) expectText(found, section, 'required', `${pointer}/requestBody/required`)
  readContents(root, found, body, section, `${pointer}/requestBody`)
  for (const [status, site] of Object.entries(asGroup(operation['responses']))) {
    const response = follow(root, site)
    const place = { page, section: `response-${status}`, path: [] }
    expectText(found, place, status, `${pointer}/responses/${status}`)
    for (const [name, header] of Object.entries(asGroup(response['headers']))) {
      readParameter(
        root,
        found,
        follow(root, header),
        { ...place, path: [name] },
        `${pointer}/responses/${status}/headers/${name}`,
      )
    }
    readContents(root, found, response, place, `${pointer}/responses/${status}`)
  }
}

function readParameters(
  root: Group,
  found: Expectation[],
  sites: Value[],
  page: Expectation['page'],
  pointer: string,
): void {
  const parameters = new Map<string, Group>()
  for (const parameter of sites.map((site) => follow(root, site))) {
    parameters.set(`${asText(parameter['in']) ?? ''} ${asText(parameter['name']) ?? ''}`, parameter)
  }
  for (const parameter of parameters.values()) {
    const name = asText(parameter['name']) ?? ''
    const place = { page, section: asText(parameter['in']) ?? '', path: [name] }
    readParameter(root, found, parameter, place, `${pointer}/parameters/${name}`)
  }
}

function readParameter(
  root: Group,
  found: Expectation[],
  parameter: Group,
  place: Place,
  pointer: string,
): void {
  expectText(found, place, place.path.at(-1), pointer)
  if (parameter['required'] === true) expectText(found, place, 'required', `${pointer}/required`)
  if (parameter['deprecated'] === true) expectText(found, place, 'deprecated', `${pointer}/deprecated`)
  const content = Object.values(asGroup(parameter['content']))[0]
  const schema = parameter['schema'] ?? asGroup(content)['schema']
  if (schema !== undefined) readSchema(root, found, schema, place, `${pointer}/schema`, [])
}

function readContents(root: Group, found: Expectation[], holder: Group, place: Place, pointer: string): void {
  for (const [mediaType, content] of Object.entries(asGroup(holder['content']))) {
    expectText(found, place, mediaType, `${pointer}/content`)
    const { schema, examples } = asGroup(content)
    for (const example of Object.values(asGroup(examples))) {
      const summary = asText(follow(root, example)['summary'])
      const where = place.section === 'request-body' ? { ...place, section: 'page' } : place
      expectText(found, where, summary, `${pointer}/examples`)
    }
    if (schema !== undefined)
      readSchema(root, found, schema, place, `${pointer}/content/${mediaType}/schema`, [])
  }
}

function readSchema(
  root: Group,
  found: Expectation[],
  site: Value,
  place: Place,
  pointer: string,
  within: string[],
): void {
  const schema = asGroup(site)
  const reference = asText(schema['$ref'])
  if (reference !== undefined) {
    if (within.includes(reference)) return
    readSchema(root, found, lookUp(root, reference), place, reference.slice(1), [...within, reference])
  }
  readConstraints(found, schema, place, pointer)
  for (const [name, child] of Object.entries(asGroup(schema['properties']))) {
    const inner = { ...place, path: [...place.path, name] }
    expectText(found, inner, name, `${pointer}/properties/${name}`)
    if (asList(schema['required']).includes(name))
      expectText(found, inner, 'required', `${pointer}/required/${name}`)
    readSchema(root, found, child, inner, `${pointer}/properties/${name}`, within)
  }
  const children: [string, Value | undefined][] = [
    ...nested.map((keyword): [string, Value | undefined] => [keyword, schema[keyword]]),
    ...lists.flatMap((keyword) =>
      asList(schema[keyword]).map((child, index): [string, Value] => [`${keyword}/${String(index)}`, child]),
    ),
    ...Object.entries(asGroup(schema['patternProperties'])),
  ]
  for (const [keyword, child] of children) {
    if (typeof child === 'object') readSchema(root, found, child, place, `${pointer}/${keyword}`, within)
  }
}

function readConstraints(found: Expectation[], schema: Group, place: Place, pointer: string): void {
  const expect = (text: string | undefined, keyword: string) => {
    expectText(found, place, text, `${pointer}/${keyword}`)
  }
  for (const [keyword, label] of Object.entries(labels)) {
    const value = schema[keyword]
    if (value === undefined) continue
    const text = typeof value === 'string' && keyword !== 'default' ? value : JSON.stringify(value)
    expect(`${label} ${text}`, keyword)
  }
  for (const [keyword, label] of Object.entries(flags)) if (schema[keyword] === true) expect(label, keyword)
  for (const value of asList(schema['enum']))
    expect(typeof value === 'string' ? value : JSON.stringify(value), 'enum')
  if (schema['const'] !== undefined) expect(JSON.stringify(schema['const']), 'const')
  for (const type of [schema['type']].flat()) {
    if (typeof type === 'string' && !['object', 'array', 'null'].includes(type)) expect(type, 'type')
    if (type === 'null' && Array.isArray(schema['type'])) expect('null', 'type')
  }
  const sensitive = asText(schema['x-sensitive'])
  if (sensitive !== undefined) expect(`sensitive: ${sensitive}`, 'x-sensitive')
  if (schema['additionalProperties'] === false)
    expect('further properties not allowed', 'additionalProperties')
}

function expectText(found: Expectation[], place: Place, text: string | undefined, pointer: string): void {
  const words = text?.replace(/\s+/g, ' ').trim() ?? ''
  if (words !== '') found.push({ ...place, text: words, pointer })
}

function follow(root: Group, site: Value | undefined): Group {
  const value = asGroup(site)
  const reference = asText(value['$ref'])
  return reference === undefined ? value : follow(root, lookUp(root, reference))
}

function lookUp(root: Group, reference: string): Value {
  const names = reference.slice(2).split('/')
  const decoded = names.map((name) => decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~'))
  return decoded.reduce<Value>(
    (value, name) => asGroup(value)[name] ?? asList(value)[Number(name)] ?? {},
    root,
  )
}

function asGroup(value: unknown): Group {
  return isGroup(value) ? value : {}
}

/** Documents come from JSON, so that an object holds JSON values. */
function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asList(value: Value | undefined): Value[] {
  return Array.isArray(value) ? value : []
}

function asText(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
