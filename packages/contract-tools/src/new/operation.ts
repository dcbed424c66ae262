import { contractRoot, isObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { parse, stringify } from 'yaml'
import { appendTo, ContractFiles } from './files.ts'
import { type Method, methods, operationIdOf, pascal, pathFile, pathParameters, singular } from './names.ts'
import {
  exampleOf,
  exampleText,
  type NewOperation,
  operationText,
  parameterText,
  pathText,
  schemaOf,
  schemaText,
} from './template.ts'

/** What may be said about a new operation; everything but the URL has a default. */
export interface OperationOptions {
  url: string
  method: Method
  operationId?: string | undefined
  tag?: string | undefined
  roles: string[]
  body?: string | undefined
  answer?: string | undefined
}

/**
 * Adds an operation to the contract: the file of its path, registered in the index, the files of what it needs, an
 * example for each body, and the mark that the sandbox does not do it yet.
 * @returns the files that were written, relative to the contract's folder
 * @throws Error when the URL cannot be one, or the operation is there already
 */
export async function addOperation(options: OperationOptions, root = contractRoot): Promise<string[]> {
  const { url, method } = options
  if (!/^(\/([A-Za-z0-9._-]+|\{[a-z][A-Za-z0-9]*\}))+$/.test(url))
    throw new Error(`${url} is no path. Write it as \`/v1/Customers/{customerId}\`.`)
  const files = new ContractFiles(root)
  const operation: NewOperation = {
    url,
    method,
    operationId: options.operationId ?? operationIdOf(method, url),
    tag: await tagFor(files, options),
    roles: options.roles,
    ...schemas(options),
    responses: new Set(await files.names('components/responses')),
  }
  await addToPath(files, operation)
  for (const [schema, name] of [
    [operation.body, 'Minimal'],
    [operation.answer, 'Found'],
  ] as const) {
    if (schema !== undefined)
      await addSchemaWithExample(files, schema, exampleOf(operation.operationId, name))
  }
  return files.write()
}

function schemas({ url, method, body, answer }: OperationOptions): Pick<NewOperation, 'body' | 'answer'> {
  const sends = body ?? (['post', 'put', 'patch'].includes(method) ? schemaOf(url) : undefined)
  const answers = answer ?? (method === 'get' ? schemaOf(url) : undefined)
  return {
    ...(sends === undefined || sends === 'none' ? {} : { body: sends }),
    ...(answers === undefined || answers === 'none' ? {} : { answer: answers }),
  }
}

/** The tag of the thing that the URL begins with, whatever its case and number; a new one is added to the index. */
async function tagFor(files: ContractFiles, { url, tag }: OperationOptions): Promise<string> {
  const index = (await files.read('openapi.yaml')) ?? ''
  const known = [...index.matchAll(/^ {2}- name: (.+)$/gm)].map(([, name]) => name ?? '')
  const thing = url.split('/').find((segment) => segment !== '' && !/^v\d+$/.test(segment)) ?? ''
  const wanted =
    tag ??
    known.find((name) => singular(name.toLowerCase()) === singular(thing.toLowerCase())) ??
    pascal(thing)
  if (!known.includes(wanted)) {
    const lines = `  - name: ${wanted}\n    description: TODO What the operations of this tag have in common.`
    files.set('openapi.yaml', appendTo(index, 'tags', lines))
  }
  return wanted
}

async function addToPath(files: ContractFiles, operation: NewOperation): Promise<void> {
  const path = pathFile(operation.url)
  const text = await files.read(path)
  if (text === undefined) {
    const parameters = []
    for (const name of pathParameters(operation.url)) parameters.push(await parameterFile(files, name))
    files.set(path, pathText(parameters) + operationText(operation))
    const index = (await files.read('openapi.yaml')) ?? ''
    files.set('openapi.yaml', withPath(index, operation.url, `  ${operation.url}:\n    $ref: ${path}`))
    return
  }
  if (new RegExp(`^${operation.method}:`, 'm').test(text))
    throw new Error(`openapi/${path} has a \`${operation.method}\` already. Edit it there.`)
  const later = methods.slice(methods.indexOf(operation.method) + 1)
  const next = new RegExp(`^(${later.join('|')}):`, 'm').exec(text)
  const at = later.length === 0 || next === null ? text.length : next.index
  files.set(path, text.slice(0, at) + operationText(operation) + text.slice(at))
}

/** The index with a further path, after the last one of the same thing: `/v1/Customers/…`. */
function withPath(index: string, url: string, lines: string): string {
  const [, thing = url] = /^((?:\/v\d+)?\/[^/]+)/.exec(url) ?? []
  const alike = [...index.matchAll(/^ {2}(\/.*):\n {4}\$ref: .*\n/gm)].filter(
    ([, known = '']) => known === thing || known.startsWith(`${thing}/`),
  )
  const last = alike.at(-1)
  if (last === undefined) return appendTo(index, 'paths', lines)
  const end = last.index + last[0].length
  return `${index.slice(0, end)}${lines}\n${index.slice(end)}`
}

/** The file of a path parameter; one that stands in the contract is used again. */
async function parameterFile(files: ContractFiles, name: string): Promise<string> {
  for (const file of await files.names('components/parameters')) {
    const text = (await files.read(`components/parameters/${file}.yaml`)) ?? ''
    if (new RegExp(`^name: ${name}$`, 'm').test(text) && /^in: path$/m.test(text)) return file
  }
  files.set(`components/parameters/${pascal(name)}.yaml`, parameterText(name))
  return pascal(name)
}

async function addSchemaWithExample(files: ContractFiles, schema: string, example: string): Promise<void> {
  const path = `components/schemas/${schema}.yaml`
  const known = await files.read(path)
  if (known === undefined) files.set(path, schemaText(schema))
  const value = known === undefined ? '{ name: TODO a real value }' : await knownExample(files, schema, known)
  files.set(`components/examples/${example}.yaml`, exampleText(`TODO ${pascal(schema)}`, value))
}

/** A start: the first example of a schema, or one that a body of this schema has somewhere in the contract. */
async function knownExample(files: ContractFiles, schema: string, text: string): Promise<string> {
  const [first] = listOf(member(parse(text), 'examples'))
  if (first !== undefined) return block(first)
  const body = new RegExp(
    String.raw`\$ref: \.\./components/schemas/${schema}\.yaml\n +examples:\n +\w+:\n +\$ref: \.\./(components/examples/\w+\.yaml)`,
  )
  for (const path of await files.names('paths')) {
    const [, example] = body.exec((await files.read(`paths/${path}.yaml`)) ?? '') ?? []
    if (example !== undefined) return block(member(parse((await files.read(example)) ?? ''), 'value'))
  }
  return '{}'
}

function member(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A value as YAML below a key. */
function block(value: unknown): string {
  return `\n${stringify(value).replaceAll(/^(?=.)/gm, '  ')}`
}
