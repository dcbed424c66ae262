import { readFile } from 'node:fs/promises'
import { isObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { parse } from 'yaml'

/** A breaking change that somebody has agreed to, without a new major version. */
export interface Approval {
  /** The change, as `changeKey` names it: `property-removed request Customer.taxId`. */
  change: string
  reason: string
}

/**
 * Reads the approved breaking changes.
 * @param path a YAML file with a list of `change` and `reason`; a missing file is an empty list
 * @throws Error when an entry has no change or no reason
 */
export async function readApprovals(path: string): Promise<Approval[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const entries: unknown = parse(text) ?? []
  if (!Array.isArray(entries))
    throw new Error(`${path} must hold a list. Write each entry as \`- change: …\`.`)
  return entries.map((entry: unknown, index) => {
    const [change, reason] = isObject(entry) ? [entry['change'], entry['reason']] : []
    if (typeof change !== 'string' || typeof reason !== 'string' || reason.trim() === '')
      throw new Error(`Entry ${index + 1} of ${path} needs a \`change\` and a \`reason\`.`)
    return { change, reason }
  })
}
