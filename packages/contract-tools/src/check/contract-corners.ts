import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Artifacts } from '@cloudcockpit/openapi/scripts/artifacts.ts'
import { contractRoot } from '@cloudcockpit/openapi/scripts/contract.ts'
import { findBaseline, NoBaselineError } from '../diff/baseline.ts'
import { repositoryRoot } from '../shared/repository.ts'
import { type Corner, firstOf, right, wrong } from './corner.ts'

const sources = [
  'openapi/openapi.yaml',
  'openapi/redocly.yaml',
  'openapi/paths',
  'openapi/components',
  'openapi/rules',
]
const scripts = 'openapi/scripts'

// What takes long to load is loaded by who looks: mostly nothing changed, and nobody does.

let making: Promise<Artifacts | undefined> | undefined

/** What the contract makes today; undefined when it cannot be bundled. */
async function artifacts(): Promise<Artifacts | undefined> {
  making ??= make()
  return making
}

async function make(): Promise<Artifacts | undefined> {
  const { bundleContract } = await import('@cloudcockpit/openapi/scripts/bundle.ts')
  const { makeArtifacts } = await import('@cloudcockpit/openapi/scripts/artifacts.ts')
  const { document, problems } = await bundleContract()
  return problems.length > 0 ? undefined : makeArtifacts(document)
}

const unbundled = () =>
  wrong('the contract cannot be bundled', 'npm run lint:contract -w @cloudcockpit/openapi')

const own: Corner[] = [
  {
    name: 'lint',
    inputs: [...sources, scripts],
    look: async () => {
      const { lintContract } = await import('@cloudcockpit/openapi/scripts/lint.ts')
      const problems = await lintContract()
      if (problems.length === 0) return right('the contract keeps every rule')
      const told = problems.map(
        ({ file, line, column, reason }) => `${relative(repositoryRoot, file)}:${line}:${column} ${reason}`,
      )
      return wrong(firstOf(told), problems[0]?.fix ?? '')
    },
  },
  {
    name: 'bundle',
    inputs: [...sources, scripts, 'openapi/dist/openapi.json'],
    look: async () => {
      const made = await artifacts()
      if (made === undefined) return unbundled()
      const path = 'dist/openapi.json'
      const text = await readFile(contractRoot + path, 'utf8').catch(() => undefined)
      if (text === made[path]) return right(`openapi/${path} is what the contract makes`)
      return wrong(`openapi/${path} is ${text === undefined ? 'missing' : 'stale'}`, 'npm run generate')
    },
  },
  {
    name: 'types',
    inputs: [...sources, scripts, 'openapi/src/generated'],
    look: async () => {
      const made = await artifacts()
      if (made === undefined) return unbundled()
      const { staleFiles } = await import('@cloudcockpit/openapi/scripts/artifacts.ts')
      const stale = await staleFiles(made, contractRoot)
      if (stale.length === 0) return right('openapi/src/generated is what the contract makes')
      return wrong(`${firstOf(stale.map((path) => `openapi/${path}`))} is stale`, 'npm run generate')
    },
  },
]

/** What `npm run new` left for a person to write has been written. */
const words: Corner = {
  name: 'words',
  look: async () => {
    const left: string[] = []
    for (const folder of ['paths', 'components', '.']) {
      for (const name of await readdir(contractRoot + folder, { recursive: folder !== '.' })) {
        if (!name.endsWith('.yaml')) continue
        const path = join(folder, name)
        const lines = (await readFile(join(contractRoot, path), 'utf8')).split('\n')
        const line = lines.findIndex((text) => /\bTODO\b/.test(text))
        if (line >= 0) left.push(`openapi/${path}:${line + 1} ${lines[line]?.trim() ?? ''}`)
      }
    }
    if (left.length === 0) return right('nothing in the contract is left to be written')
    return wrong(firstOf(left), 'Write what stands after TODO')
  },
}

/** What changed for callers since the last release, and whether it may be released so. */
export const changes: Corner = {
  name: 'changes',
  inputs: [...sources, scripts, 'openapi/CHANGELOG.md', 'openapi/approved-changes.yaml'],
  state: async () =>
    findBaseline(repositoryRoot).then(
      ({ name, commit }) => `${name} ${commit}`,
      () => undefined,
    ),
  look: async () => {
    const { BrokenContractError, diffContract } = await import('../diff/diff.ts')
    try {
      const { baseline, objections, changes: found } = await diffContract({ callers: false })
      const [first] = objections
      if (first === undefined)
        return right(`${found.length} changes since ${baseline.slice(0, 24)}, none unannounced`)
      return wrong(firstOf(objections.map(({ problem }) => problem)), first.fix)
    } catch (error) {
      if (error instanceof NoBaselineError)
        return wrong('there is no earlier contract to compare with', error.message)
      if (error instanceof BrokenContractError) return unbundled()
      throw error
    }
  },
}

/** The corners of the contract itself. */
export const contractCorners: Corner[] = [...own, words]
