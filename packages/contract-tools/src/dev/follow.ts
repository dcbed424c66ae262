import type { LintProblem } from '@cloudcockpit/openapi/scripts/lint.ts'
import { asText } from '@cloudcockpit/openapi/scripts/lint-report.ts'
import { regenerate, rehearse } from './pipeline.ts'
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
  /** Repeats what a save does, in silence and only while none comes: the first saves are then as quick as later ones. */
  warmUp: () => Promise<void>
}

/** After so many rounds the engine has compiled what a round runs. */
const warmRounds = 4

/**
 * Takes each save through lint, types and the client's type-check, and prints a line per stage.
 * @param options the processes of `generate-process.ts` and `type-check-process.ts`; `print`: takes the lines
 */
export function followSaves(options: Workers & { print: (line: string) => void }): FollowSaves {
  const { print, ...workers } = options
  let waiting: { paths: Set<string>; lines: StageLines } | undefined
  let running: Promise<void> | undefined
  let checking: Promise<void> = Promise.resolve()
  let toCheck: StageLines | undefined
  let latest = new StageLines(print)
  // In a process of its own, so that the next save need not wait for it; of several waiting ones the last is enough.
  const checkClient = async (lines: StageLines) => {
    toCheck = lines
    checking = checking.then(async () => (lines === toCheck ? check(workers.client, lines) : undefined))
    return checking
  }
  const rounds = async () => {
    while (waiting) {
      // Editors write a file in several steps, and a branch switch touches many.
      await new Promise((resolve) => setTimeout(resolve, 20))
      const { paths, lines } = waiting
      waiting = undefined
      latest = lines
      if (paths.size > 0) print(`\nsaved   ${paths.size > 3 ? `${paths.size} files` : [...paths].join(', ')}`)
      const isNew = await follow(workers.generator, lines, [...paths])
      const checked = isNew || paths.size === 0 ? checkClient(lines) : undefined
      if (paths.size === 0) await checked
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
  const warmUp = async () => {
    for (let round = 0; round < warmRounds && running === undefined; round += 1) {
      running = rehearse(workers.generator)
        .then(rounds)
        .finally(() => {
          running = undefined
        })
      await running
    }
  }
  const notice = (stage: string, detail: string) => {
    latest.done(stage, detail)
  }
  return Object.assign(save, { notice, warmUp })
}

/** @returns whether anything that is generated changed */
async function follow(generator: Service, lines: StageLines, saved: string[]): Promise<boolean> {
  const outcome = await regenerate(generator, (stage, detail) => {
    lines.done(stage, detail)
  })
  if ('written' in outcome) return outcome.written.length > 0
  lines.failed('lint', 'the last good contract is still served', foremost(outcome.problems, saved))
  return false
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
