import {
  BaseResolver,
  type Config,
  getCodeframe,
  getLineColLocation,
  type LineColLocationObject,
  lint,
  lintConfig,
  loadConfig,
  type NormalizedProblem,
  YamlParseError,
} from '@redocly/openapi-core'
import { advice } from './advice.ts'
import { contractRoot } from './contract.ts'

/** Something wrong with the contract: where, what, why it matters, and what to do. */
export interface LintProblem {
  /** The absolute path of the file. */
  file: string
  /** Counted from 1. */
  line: number
  /** Counted from 1. */
  column: number
  endLine: number
  endColumn: number
  /** The rule that found it, as `redocly.yaml` calls it; `syntax` for a file that is no YAML. */
  rule: string
  reason: string
  fix: string
  /** The lines around the place, with the place underlined. */
  frame: string
}

/** What to lint, and by which rules. */
export interface LintOptions {
  /** The folder with `openapi.yaml`, with a trailing slash; default: this contract. */
  root?: string
  /** The rules; default: this contract's `redocly.yaml`. */
  configPath?: string
}

/**
 * Holds a contract to the rules of `redocly.yaml`, in this process.
 * @returns the problems, ordered by file and line; none means that the contract is right
 * @throws Error when there is no `openapi.yaml`, or when a file of the rules cannot be loaded
 * @see ../redocly.yaml
 */
export async function lintContract(options: LintOptions = {}): Promise<LintProblem[]> {
  const { root = contractRoot, configPath = `${contractRoot}redocly.yaml` } = options
  const config = await loadConfig({ configPath })
  const problems = [
    ...(await lintConfig({ config })),
    ...(await lintDocuments(`${root}openapi.yaml`, config)),
  ]
  const found = problems.map(describeProblem)
  // Where a file is no YAML, everything else that is wrong follows from that.
  const broken = found.filter(({ rule }) => rule === 'syntax')
  return distinct(broken.length > 0 ? broken : found).toSorted(byPlace)
}

async function lintDocuments(ref: string, config: Config): Promise<NormalizedProblem[]> {
  try {
    return await lint({ ref, config, externalRefResolver: new BaseResolver(config.resolve) })
  } catch (error) {
    if (!(error instanceof YamlParseError)) throw error
    const start = { line: error.line, col: error.col }
    const location = [{ source: error.source, pointer: undefined, start }]
    return [
      {
        ruleId: 'syntax',
        severity: 'error',
        message: `${parseFailure}${error.message}`,
        location,
        suggest: [],
      },
    ]
  }
}

const parseFailure = 'Failed to parse: '

/** A problem as Redocly reports it, in the words of this contract's tools. */
export function describeProblem(problem: NormalizedProblem): LintProblem {
  const { message, suggest, ruleId } = problem
  const [location] = problem.location
  if (!location) throw new Error(`The rule ${ruleId} reported "${message}" without a place.`)
  const { source, start, end = { line: start.line, col: start.col + 1 } } = getLineColLocation(location)
  const rule = message.startsWith(parseFailure) ? 'syntax' : ruleId
  const [reason = message, ownFix] = message.replace(parseFailure, '').split(/\s*Fix: /)
  const guess = suggest.length > 0 ? `Did you mean ${suggest.slice(0, 3).join(' or ')}? ` : ''
  return {
    file: source.absoluteRef,
    line: start.line,
    column: start.col,
    endLine: end.line,
    endColumn: end.col,
    rule,
    reason: shorten(reason).trim(),
    fix: guess + (ownFix ?? advice[rule] ?? `See https://redocly.com/docs/cli/rules/oas/${rule}`),
    frame: source.body === '' ? '' : frameOf({ ...location, pointer: undefined, source, start, end }),
  }
}

/** The lines around a place. Of something long, such as a whole operation, only the first line is underlined. */
function frameOf(place: LineColLocationObject): string {
  const { start, end, source } = place
  const isLong = end !== undefined && end.line > start.line + 2
  const width = (source.getLines()[start.line - 1] ?? '').length
  return getCodeframe(isLong ? { ...place, end: { line: start.line, col: width + 1 } } : place, false)
}

/** One problem per place and rule: the branches of an `anyOf`, say, each find fault with the same value. */
function distinct(problems: LintProblem[]): LintProblem[] {
  const known = new Map<string, LintProblem>()
  for (const problem of problems) {
    const key = `${problem.file}:${problem.line}:${problem.column} ${problem.rule}`
    const same = known.get(key)
    if (!same) known.set(key, problem)
    else if (!same.reason.includes(problem.reason)) same.reason += `\n${problem.reason}`
  }
  return [...known.values()]
}

/** A long list of values says less than its beginning. */
function shorten(text: string): string {
  return text.replace(/((?:"[^"]*", ){8})(?:"[^"]*",? ?){4,}/, '$1… ')
}

function byPlace(a: LintProblem, b: LintProblem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column
}
