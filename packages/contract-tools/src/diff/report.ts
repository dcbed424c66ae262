import { styleText } from 'node:util'
import type { CallerBreak } from './callers.ts'
import { type Change, changeKey, type Severity, type Side } from './change.ts'
import type { Objection } from './gate.ts'
import { count } from './words.ts'

/** Everything that a comparison has to say. */
export interface DiffReport {
  /** What the contract was compared with. */
  baseline: string
  olderVersion: string
  newerVersion: string
  changes: Change[]
  /** Code of the older contract's callers that does not compile any more. */
  callers: CallerBreak[]
  objections: Objection[]
}

const sides: Record<Side, string> = { call: 'Calls', request: 'Requests', response: 'Answers' }
const severities = ['breaking', 'additive', 'editorial'] as const

/** The report for a terminal; words that changed are only counted unless `all` is set. */
export function asText(report: DiffReport, all = false): string {
  const lines = [headline(report)]
  for (const severity of severities) {
    const found = report.changes.filter((change) => change.severity === severity)
    if (found.length === 0) continue
    if (severity === 'editorial' && !all) {
      lines.push('', `editorial: ${count(found.length, 'change')} of words and examples (--all lists them)`)
      continue
    }
    for (const side of ['call', 'request', 'response'] as const) lines.push(...section(found, severity, side))
  }
  return [...lines, ...callerLines(report.callers), ...objectionLines(report.objections), ''].join('\n')
}

function headline({ baseline, olderVersion, newerVersion, changes }: DiffReport): string {
  const counted = severities.map((severity) => {
    const found = changes.filter((change) => change.severity === severity)
    return `${found.length} ${severity}`
  })
  const versions = olderVersion === newerVersion ? newerVersion : `${olderVersion} to ${newerVersion}`
  return changes.length === 0
    ? `The contract (${versions}) is what it was at ${baseline}.`
    : `The contract (${versions}) against ${baseline}: ${counted.join(', ')}.`
}

function section(changes: Change[], severity: Severity, side: Side): string[] {
  const found = changes.filter((change) => change.side === side)
  if (found.length === 0) return []
  const lines = found.map((change) => {
    const consequence = severity === 'editorial' ? '' : ` ${change.consequence}`
    return `  ${change.statement}${consequence}${reach(change)}`
  })
  return ['', `${mark(severity)} ${sides[side]}`, ...lines]
}

function mark(severity: Severity): string {
  const colour = { breaking: 'red', additive: 'green', editorial: 'gray' } as const
  return process.stdout.isTTY ? styleText(colour[severity], severity) : severity
}

function reach({ operations }: Change): string {
  if (operations.length === 0) return ''
  const shown =
    operations.length > 6 ? [...operations.slice(0, 5), `${operations.length - 5} more`] : operations
  return ` (${shown.join(', ')})`
}

function callerLines(callers: CallerBreak[]): string[] {
  if (callers.length === 0) return []
  return [
    '',
    'TypeScript callers of the older contract that do not compile any more:',
    ...callers.map(({ name, place, message }) => `  ${name} (${place}): ${message}`),
  ]
}

function objectionLines(objections: Objection[]): string[] {
  if (objections.length === 0) return []
  return ['', 'Not ready:', ...objections.map(({ problem, fix }) => `  ${problem}\n    Fix: ${fix}`)]
}

/** The report as Markdown, for a pull request or a job's summary. */
export function asMarkdown(report: DiffReport): string {
  const { changes, callers, objections } = report
  const blocks = [`## Contract: what changed for callers\n\n${headline(report)}`]
  for (const severity of ['breaking', 'additive'] as const) {
    for (const side of ['call', 'request', 'response'] as const) {
      const found = changes.filter((change) => change.severity === severity && change.side === side)
      if (found.length === 0) continue
      const items = found.map((change) => `- ${change.statement} ${change.consequence}${reach(change)}`)
      blocks.push(`### ${sides[side]}: ${severity}\n\n${items.join('\n')}`)
    }
  }
  const editorial = changes.filter(({ severity }) => severity === 'editorial')
  if (editorial.length > 0)
    blocks.push(
      `<details><summary>${count(editorial.length, 'editorial change')}</summary>\n\n${editorial.map(({ statement }) => `- ${statement}`).join('\n')}\n\n</details>`,
    )
  if (callers.length > 0)
    blocks.push(
      `### TypeScript callers that do not compile any more\n\n${callers.map(({ name, place, message }) => `- **${name}** (\`${place}\`): ${message}`).join('\n')}`,
    )
  if (objections.length > 0)
    blocks.push(`### Not ready\n\n${objections.map(({ problem, fix }) => `- ${problem} ${fix}`).join('\n')}`)
  return `${blocks.join('\n\n')}\n`
}

/** The report as JSON text; each change carries the key by which it can be approved. */
export function asJson(report: DiffReport): string {
  const changes = report.changes.map((change) => ({ key: changeKey(change), ...change }))
  return `${JSON.stringify({ ...report, changes }, null, 2)}\n`
}

/** Lines for the change notes, one per thing that changed, to be put into better words by a person. */
export function asChangelog({ changes }: DiffReport): string {
  const lines = changes
    .filter(({ severity }) => severity !== 'editorial')
    .map(({ subject, statement, severity }) => {
      const named = statement.includes(`\`${subject}\``) ? '' : `\`${subject}\`: `
      return `- ${severity === 'breaking' ? '**Breaking.** ' : ''}${named}${statement}`
    })
  return [...new Set(lines)].map((line) => `${line}\n`).join('')
}
