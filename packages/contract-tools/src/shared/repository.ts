import { dirname, join } from 'node:path'
import { contractRoot } from '@cloudcockpit/openapi/scripts/contract.ts'

/** The repository's folder, without a trailing slash. */
export const repositoryRoot = dirname(contractRoot)

/** A path of the repository on this machine. */
export function inRepository(...segments: string[]): string {
  return join(repositoryRoot, ...segments)
}
