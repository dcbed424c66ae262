import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { contractPath } from './contract.ts'

/** The change notes that belong to the document, as Markdown without their own first heading. */
export function changelog(): string {
  const file = join(dirname(contractPath()), '..', 'CHANGELOG.md')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : 'No changes are recorded for this document.'
  return text.replace(/^# .*\n+/, '')
}
