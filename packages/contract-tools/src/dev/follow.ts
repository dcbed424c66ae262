import type { LintProblem } from '@cloudcockpit/openapi/scripts/lint.ts'
import { asText } from '@cloudcockpit/openapi/scripts/lint-report.ts'
import { regenerate } from './pipeline.ts'
import type { Service } from './service.ts'
import { StageLines } from './terminal.ts'
import type { TypeError } from './type-check.ts'

/** The processes that work beside this one. */
interface Workers {
  generator: Service
  client: Service
}

/** Follows saves one after the other; saves during a round make one further round. */
export interface FollowSaves {
  (paths: string[]): Promise<void>
  /** Another process says how far it has come with the last save. */
  notice: (stage: string, detail: string) => void
}

/**
 * Takes each save through lint, types and the client's type-check, and prints a line per stage.
 * @param options the processes of `generate-process.ts` and `type-check-process.ts`; `print`: takes the lines
 */
export function followSaves(options: Workers & { print: (line: string) => void }): FollowSaves {
  const { print, ...workers } = options
  let waiting: { paths: Set<string>; lines: StageLines } | undefined
  let running: Promise<void> | undefined
  let latest = new StageLines(print)
  const rounds = async () => {
    while (waiting) {
      // Editors write a file in several steps, and a branch switch touches many.
      await new Promise((resolve) => setTimeout(resolve, 20))
      const { paths, lines } = waiting
      waiting = undefined
      latest = lines
      if (paths.size > 0) print(`\nsaved   ${paths.size > 3 ? `${paths.size} files` : [...paths].join(', ')}`)
      await follow(workers, lines, [...paths])
    }
  }
  const save = async (paths: string[]) => {
    waiting ??= { paths: new Set(), lines: new StageLines(print) }
    for (const path of paths) waiting.paths.add(path)
    running ??= rounds().finally(() => {
      running = undefined
    })
    return running
  }
  return Object.assign(save, {
    notice: (stage: string, detail: string) => {
      latest.done(stage, detail)
    },
  })
}

async function follow({ generator, client }: Workers, lines: StageLines, saved: string[]): Promise<void> {
  const first = saved.length === 0
  const outcome = await regenerate(generator, (stage, detail) => {
    lines.done(stage, detail)
  })
  if ('written' in outcome) {
    if (first || outcome.written.length > 0) await check(client, lines)
  } else lines.failed('lint', 'the last good contract is still served', foremost(outcome.problems, saved))
}

/** A few problems, those of the saved files first: the others mostly follow from them. */
function foremost(problems: LintProblem[], saved: string[]): string {
  const own = (problem: LintProblem) => saved.some((path) => problem.file.endsWith(path))
  const ordered = [...problems.filter(own), ...problems.filter((problem) => !own(problem))]
  const more =
    ordered.length > 3
      ? `\n\n…and ${ordered.length - 3} more: \`npm run lint:contract -w @cloudcockpit/openapi\``
      : ''
  return asText(ordered.slice(0, 3)) + more
}

async function check(client: Service, lines: StageLines): Promise<void> {
  const { errors } = await client.ask('checked')
  const found: unknown[] = Array.isArray(errors) ? errors : []
  if (found.length === 0) {
    lines.done('client', 'compiles')
    return
  }
  const text = found.filter(isTypeError).slice(0, 5).map(describe)
  const more =
    found.length > 5 ? `\n\n…and ${found.length - 5} more: \`npm run typecheck -w @cloudcockpit/client\`` : ''
  lines.failed('client', `${found.length} errors`, text.join('\n\n') + more)
}

function describe({ place, message, frame }: TypeError): string {
  const fix = 'Bring the client in line with the contract, or take the change of the contract back.'
  return `packages/client/${place}\n${frame}\n  ${message}\n  Fix:  ${fix}`
}

function isTypeError(value: unknown): value is TypeError {
  return (
    typeof value === 'object' && value !== null && 'place' in value && 'message' in value && 'frame' in value
  )
}
