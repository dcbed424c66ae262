import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isObject, type Json, type JsonObject } from './json.ts'

/**
 * The path of the document that the site is made from: `DOCS_CONTRACT` if it is set, else the bundled contract
 * of this repository.
 */
export function contractPath(): string {
  return (
    process.env['DOCS_CONTRACT'] ??
    createRequire(join(process.cwd(), 'package.json')).resolve('@cloudcockpit/openapi/openapi.json')
  )
}

let loaded: { path: string; document: JsonObject } | undefined

/**
 * Reads the bundled document, once per process.
 * @throws Error when the file is missing, is not JSON, or is no OpenAPI 3 document
 */
export function loadContract(path = contractPath()): JsonObject {
  if (loaded?.path !== path) loaded = { path, document: readContract(path) }
  return loaded.document
}

/** What `JSON.parse` gives is JSON; its own type does not say so. */
function parseJson(text: string): Json {
  const parsed: Json = JSON.parse(text)
  return parsed
}

function readContract(path: string): JsonObject {
  let parsed: Json
  try {
    parsed = parseJson(readFileSync(path, 'utf8'))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${path}: ${reason}. Run \`npm run generate\` at the root to make the bundle.`, { cause })
  }
  const version = isObject(parsed) ? parsed['openapi'] : undefined
  if (!isObject(parsed) || typeof version !== 'string' || !version.startsWith('3.')) {
    throw new Error(
      `${path}: not an OpenAPI 3 document (openapi: ${typeof version === 'string' ? version : 'missing'}). Point DOCS_CONTRACT at a bundle.`,
    )
  }
  return parsed
}
