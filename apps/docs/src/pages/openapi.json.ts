import { readFileSync } from 'node:fs'
import { contractPath } from '../reference/contract.ts'

/** The bundled document, byte for byte. */
export function GET(): Response {
  return new Response(readFileSync(contractPath()), { headers: { 'Content-Type': 'application/json' } })
}
