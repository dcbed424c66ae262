import { afterAll, beforeAll, expect } from 'vitest'
import { readBundle } from '../src/contract/document.ts'
import { isObject, type Json, type JsonObject, needText, objectAt, textAt } from '../src/contract/json.ts'
import { type Sandbox, type SandboxOptions, startSandbox } from '../src/index.ts'

/** The contract's bundle, as the sandbox reads it. */
export const document = await readBundle()

/** The value of one of the contract's examples. */
export function example(name: string): JsonObject {
  const value = objectAt(objectAt(objectAt(objectAt(document, 'components'), 'examples'), name), 'value')
  if (Object.keys(value).length === 0) throw new Error(`The contract has no example ${name}.`)
  return structuredClone(value)
}

/** An answer, read to its end. */
export interface Reply {
  status: number
  headers: Headers
  text: string
  json: Json
  /** The properties that an error names. */
  names: string[]
}

/** What a request may differ in from an ordinary one. */
export interface Sent {
  method?: string
  body?: unknown
  /** Replaces the body by this text. */
  text?: string | Uint8Array
  /** Null leaves a header out. */
  headers?: Record<string, string | null>
  role?: 'csp' | 'reseller'
  tenant?: string
  token?: string
}

/** A sandbox for one test file; every answer is checked against the contract at the end. */
export function useSandbox(options: SandboxOptions = {}): () => Sandbox {
  let sandbox: Sandbox | undefined
  beforeAll(async () => {
    sandbox = await startSandbox({ database: 'memory:', ...options })
  })
  afterAll(async () => {
    await sandbox?.close()
    expect(sandbox?.violations).toEqual([])
  })
  return () => {
    if (sandbox === undefined) throw new Error('The sandbox did not start.')
    return sandbox
  }
}

/** Sends a request as an ordinary caller would. */
export async function send(sandbox: Sandbox, path: string, sent: Sent = {}): Promise<Reply> {
  const tenant = sent.tenant ?? 'portal.cloudcockpit.com'
  const token = sent.token ?? (await sandbox.token(sent.role ?? 'csp', { tenant }))
  const body = sent.text ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body))
  const headers = new Headers({
    authorization: `Bearer ${token}`,
    'x-tenant': tenant,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  })
  for (const [name, value] of Object.entries(sent.headers ?? {})) {
    if (value === null) headers.delete(name)
    else headers.set(name, value)
  }
  const method = sent.method ?? (body === undefined ? 'GET' : 'POST')
  const response = await fetch(sandbox.url + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  const json: Json = text === '' ? null : parse(text)
  return { status: response.status, headers: response.headers, text, json, names: namesIn(json) }
}

function parse(text: string): Json {
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch {
    return null
  }
}

function namesIn(json: Json): string[] {
  const errors = isObject(json) ? json['errors'] : undefined
  return Array.isArray(errors) ? errors.map((error) => textAt(error, 'propertyName') ?? '') : []
}

/** The id in the answer to a create. */
export function createdId(reply: Reply): string {
  expect(reply.text).not.toBe('')
  expect([200, 201]).toContain(reply.status)
  if (typeof reply.json === 'string') return reply.json
  return needText(reply.json, 'resellerId')
}

/** A JSON value as an object. */
export function objectAtTop(value: Json): JsonObject {
  if (!isObject(value)) throw new Error(`Expected an object, got ${JSON.stringify(value)}`)
  return value
}

/** The body of an answer as JSON. */
export async function readJson(response: Response): Promise<Json> {
  return parse(await response.text())
}
