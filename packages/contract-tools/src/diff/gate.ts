import { type JsonObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import type { Approval } from './approvals.ts'
import { type Change, changeKey } from './change.ts'
import { textAt } from './words.ts'

/** Everything that decides whether a changed contract may be released. */
export interface GateInput {
  changes: Change[]
  older: JsonObject
  newer: JsonObject
  olderChangelog: string
  newerChangelog: string
  approvals: Approval[]
}

/** Why a changed contract may not be released, and what mends it. */
export interface Objection {
  problem: string
  fix: string
}

/**
 * Holds a changed contract to the promises made to callers: breaking changes come with a new major version (or an
 * approval with its reason), and whatever a caller can see has an entry in the change notes.
 * @returns one objection per broken promise; none means that the contract may be released
 */
export function objectionsTo(input: GateInput): Objection[] {
  return [...versionObjections(input), ...staleApprovals(input), ...changelogObjections(input)]
}

function versionObjections({ changes, older, newer, approvals }: GateInput): Objection[] {
  const approved = new Set(approvals.map(({ change }) => change))
  const breaking = changes.filter(
    (change) => change.severity === 'breaking' && !approved.has(changeKey(change)),
  )
  const [was, is] = [versionOf(older), versionOf(newer)]
  if (breaking.length === 0 || majorOf(is) > majorOf(was)) return []
  return breaking.map((change) => ({
    problem: `${change.statement} That breaks callers, and the version of the contract went from ${was} to ${is} only.`,
    fix: `Undo it, or raise info.version to ${majorOf(was) + 1}.0.0, or approve \`${changeKey(change)}\` with a reason in openapi/approved-changes.yaml.`,
  }))
}

function staleApprovals({ changes, approvals }: GateInput): Objection[] {
  const made = new Set(changes.filter(({ severity }) => severity === 'breaking').map(changeKey))
  return approvals
    .filter(({ change }) => !made.has(change))
    .map(({ change }) => ({
      problem: `openapi/approved-changes.yaml approves \`${change}\`, which is no breaking change of this contract.`,
      fix: 'Remove the entry, or correct its `change`.',
    }))
}

/** An entry names what changed, in backticks, on a line that the older notes do not have. */
function changelogObjections({ changes, olderChangelog, newerChangelog }: GateInput): Objection[] {
  const known = new Set(olderChangelog.split('\n'))
  const fresh = newerChangelog.split('\n').filter((line) => !known.has(line))
  const named = new Set(fresh.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name)))
  const missing = changes.filter(({ severity, subject }) => severity !== 'editorial' && !named.has(subject))
  return [...new Map(missing.map((change) => [change.subject, change])).values()].map((change) => ({
    problem: `${change.statement} openapi/CHANGELOG.md does not say so.`,
    fix: `Add a line that names \`${change.subject}\`; \`npm run contract:diff -- --changelog\` writes a first draft.`,
  }))
}

function versionOf(document: JsonObject): string {
  return textAt(objectAt(document, 'info'), 'version')
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10) || 0
}
