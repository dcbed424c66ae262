import { readFile } from 'node:fs/promises'
import { bundleContract } from '@cloudcockpit/openapi/scripts/bundle.ts'
import { contractRoot, type JsonObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import { describeProblem, type LintProblem } from '@cloudcockpit/openapi/scripts/lint.ts'
import { repositoryRoot } from '../shared/repository.ts'
import { readApprovals } from './approvals.ts'
import { type Baseline, clientAt, readBaseline } from './baseline.ts'
import type { CallerBreak } from './callers.ts'
import { compareContracts } from './document.ts'
import { objectionsTo } from './gate.ts'
import type { DiffReport } from './report.ts'
import { textAt } from './words.ts'

/** The contract as it stands cannot be read. */
export class BrokenContractError extends Error {
  override readonly name = 'BrokenContractError'
  constructor(readonly problems: LintProblem[]) {
    super('The contract cannot be bundled, so it cannot be compared. `npm run lint:contract` says why.')
  }
}

/**
 * Compares the contract in the working tree with that of an earlier commit.
 * @param options `ref`: the commit (see `readBaseline`); `callers`: false leaves out the compilation of callers,
 * which is the slow half; `repository`: another repository than this one
 * @throws NoBaselineError when there is nothing to compare with
 * @throws BrokenContractError when today's contract cannot be bundled
 */
export async function diffContract(
  options: { ref?: string | undefined; callers?: boolean; repository?: string } = {},
): Promise<DiffReport> {
  const { ref, callers = true, repository = repositoryRoot } = options
  const root = repository === repositoryRoot ? contractRoot : `${repository}/openapi/`
  const [baseline, { document, problems }] = await Promise.all([
    readBaseline(repository, ref),
    bundleContract(root),
  ])
  if (problems.length > 0) throw new BrokenContractError(problems.map(describeProblem))
  const changes = compareContracts(baseline.document, document)
  // Words alone change no type, so there is nothing to compile.
  const compiles = callers && changes.some(({ severity }) => severity !== 'editorial')
  return {
    baseline: baseline.name,
    olderVersion: versionOf(baseline.document),
    newerVersion: versionOf(document),
    changes,
    callers: compiles ? await compiled(baseline, document, repository) : [],
    objections: objectionsTo({
      changes,
      older: baseline.document,
      newer: document,
      olderChangelog: baseline.changelog,
      newerChangelog: await readFile(`${root}CHANGELOG.md`, 'utf8').catch(() => ''),
      approvals: await readApprovals(`${root}approved-changes.yaml`),
    }),
  }
}

async function compiled(
  { document, commit }: Baseline,
  newer: JsonObject,
  repository: string,
): Promise<CallerBreak[]> {
  // The compiler takes a second to load, and is not needed otherwise.
  const { compileCallers } = await import('./callers.ts')
  return compileCallers(document, newer, await clientAt(repository, commit))
}

function versionOf(document: JsonObject): string {
  return textAt(objectAt(document, 'info'), 'version')
}
