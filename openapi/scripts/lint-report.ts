import { dirname, relative } from 'node:path'
import { contractRoot } from './contract.ts'
import type { LintProblem } from './lint.ts'

/** Paths are printed from here, as GitHub and editors opened on the repository expect them. */
const repository = dirname(contractRoot)

/**
 * Problems as people read them: a place that terminals and editors open on a click, the lines around it, the
 * reason, the rule, and what to do.
 * @param base the folder to which paths are relative
 */
export function asText(problems: LintProblem[], base = repository): string {
  return problems
    .map(({ frame, reason, rule, fix, ...place }) =>
      [
        `${pathFrom(base, place.file)}:${place.line}:${place.column}`,
        ...(frame === '' ? [] : [indent(frame)]),
        indent(reason),
        `  Rule: ${rule}`,
        `  Fix:  ${fix}`,
      ].join('\n'),
    )
    .join('\n\n')
}

/**
 * Problems as annotations of GitHub Actions.
 * @param base the folder to which paths are relative
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function asAnnotations(problems: LintProblem[], base = repository): string {
  return problems
    .map(({ file, line, column, endLine, endColumn, rule, reason, fix }) => {
      const properties = { file: pathFrom(base, file), line, endLine, col: column, endColumn, title: rule }
      const list = Object.entries(properties).map(
        ([name, value]) => `${name}=${escapeProperty(String(value))}`,
      )
      return `::error ${list.join(',')}::${escapeData(`${reason}\nFix: ${fix}`)}`
    })
    .join('\n')
}

/**
 * Problems as JSON text, with paths relative to a folder.
 * @param base the folder to which paths are relative
 */
export function asJson(problems: LintProblem[], base = repository): string {
  return JSON.stringify(
    problems.map((problem) => ({ ...problem, file: pathFrom(base, problem.file) })),
    null,
    2,
  )
}

function pathFrom(base: string, file: string): string {
  const path = relative(base, file)
  return path.startsWith('..') ? file : path
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
