import { existsSync, readFileSync } from 'node:fs'
import { contractPath } from '../reference/contract.ts'

/** The bundled document as YAML: the file beside the JSON one, or that one itself, for JSON is YAML too. */
export function GET(): Response {
  const yaml = contractPath().replace(/\.json$/, '.yaml')
  const path = existsSync(yaml) ? yaml : contractPath()
  return new Response(readFileSync(path), { headers: { 'Content-Type': 'application/yaml' } })
}
