import { writeArtifacts } from '@cloudcockpit/openapi/scripts/artifacts.ts'
import { contractRoot, isObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { type LintProblem, lintContract } from '@cloudcockpit/openapi/scripts/lint.ts'
import type { Service } from './service.ts'

/** What became of one save: what is wrong with the contract, or the generated files that changed. */
export type Outcome = { problems: LintProblem[] } | { written: string[] }

/**
 * Lints the contract and, beside that, makes what is generated from it; writes it when lint has nothing against it,
 * so that the last good contract stays in place otherwise.
 * @param generator the process of `generate-process.ts`
 * @param stage called when a stage is through
 */
export async function regenerate(
  generator: Service,
  stage: (name: 'lint' | 'types', detail: string) => void,
): Promise<Outcome> {
  const making = generator.ask('made')
  const problems = await lintContract()
  if (problems.length > 0) return { problems }
  stage('lint', 'every rule is kept')
  const { artifacts } = await making
  if (!isObject(artifacts))
    throw new Error('The contract keeps every rule, yet it cannot be bundled. Run `npm run generate`.')
  const texts = Object.entries(artifacts).map(([path, text]): [string, string] => [
    path,
    typeof text === 'string' ? text : '',
  ])
  const written = await writeArtifacts(Object.fromEntries(texts), contractRoot)
  const names = written.map((path) => path.replace(/^.*\//, '')).join(', ')
  stage('types', names === '' ? 'nothing new' : names)
  return { written }
}

/** Does the work of `regenerate` and writes nothing. */
export async function rehearse(generator: Service): Promise<void> {
  await Promise.all([lintContract(), generator.ask('made')])
}
