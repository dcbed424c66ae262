import { readFile } from 'node:fs/promises'
import { contractRoot, isObject, type JsonObject } from '../../scripts/contract.ts'

/**
 * The bundle that `npm run generate` wrote.
 * @throws Error when there is none yet
 */
export async function readBundle(): Promise<JsonObject> {
  const text = await readFile(`${contractRoot}dist/openapi.json`, 'utf8').catch(() => {
    throw new Error('There is no dist/openapi.json. Run `npm run generate` first.')
  })
  const document: unknown = JSON.parse(text)
  if (!isObject(document)) throw new Error('dist/openapi.json holds no object. Run `npm run generate`.')
  return document
}
