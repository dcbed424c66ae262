import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { run } from '../shared/run.ts'

/** The contract as it stood at an earlier commit. */
export interface Baseline {
  /** What it is called: a tag, or what the caller asked for. */
  name: string
  commit: string
  document: JsonObject
  /** The change notes of that time; empty when there were none. */
  changelog: string
}

/** There is nothing to compare with. The message says how to get it. */
export class NoBaselineError extends Error {
  override readonly name = 'NoBaselineError'
}

const howToFetch =
  'Fetch the history with `git fetch --tags --unshallow` (or `fetch-depth: 0` in CI), or name a commit.'

/**
 * Reads the contract of an earlier commit.
 * @param repository the folder of the repository
 * @param ref a commit, branch or tag; default: the newest tag `contract-v*`, else where this branch left the default one
 * @throws NoBaselineError when there is no such commit, or no contract in it
 */
export async function readBaseline(repository: string, ref?: string): Promise<Baseline> {
  const { name, commit } = await findBaseline(repository, ref)
  const folder = await mkdtemp(join(tmpdir(), 'contract-'))
  try {
    await extract(repository, commit, 'openapi', folder)
    const { bundleContract } = await import('@cloudcockpit/openapi/scripts/bundle.ts')
    const { document, problems } = await bundleContract(`${folder}/openapi/`)
    if (problems.length > 0)
      throw new NoBaselineError(
        `The contract of \`${name}\` cannot be bundled: ${problems[0]?.message ?? ''} Compare with another commit.`,
      )
    const changelog = await readFile(`${folder}/openapi/CHANGELOG.md`, 'utf8').catch(() => '')
    return { name, commit, document, changelog }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Finds the commit to compare with.
 * @throws NoBaselineError when there is no such commit
 */
export async function findBaseline(
  repository: string,
  ref?: string,
): Promise<Pick<Baseline, 'name' | 'commit'>> {
  const name = ref ?? (await defaultBaseline(repository))
  const commit = await git(repository, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`)
  if (commit === undefined) throw new NoBaselineError(`There is no commit \`${name}\` here. ${howToFetch}`)
  return { name, commit }
}

async function defaultBaseline(repository: string): Promise<string> {
  if ((await git(repository, 'rev-parse', '--git-dir')) === undefined)
    throw new NoBaselineError(
      'This folder is no git repository, so there is no earlier contract. Clone the repository.',
    )
  const tag = await git(repository, 'describe', '--tags', '--abbrev=0', '--match', 'contract-v*')
  if (tag !== undefined) return tag
  const branch = await defaultBranch(repository)
  const base = branch === undefined ? undefined : await git(repository, 'merge-base', branch, 'HEAD')
  if (base !== undefined) return base
  throw new NoBaselineError(
    `No tag \`contract-v*\` and no common commit with the default branch is to be found. ${howToFetch}`,
  )
}

async function defaultBranch(repository: string): Promise<string | undefined> {
  const remote = await git(repository, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')
  for (const branch of [remote, 'origin/main', 'main', 'origin/master', 'master']) {
    if (
      branch !== undefined &&
      (await git(repository, 'rev-parse', '--verify', '--quiet', branch)) !== undefined
    )
      return branch
  }
  return undefined
}

async function extract(repository: string, commit: string, path: string, folder: string): Promise<void> {
  const archive = await run(['git', 'archive', '--format=tar', commit, path], { cwd: repository })
  if (archive.code !== 0)
    throw new NoBaselineError(
      `The commit \`${commit.slice(0, 12)}\` has no folder \`${path}\`. Name a commit that has a contract.`,
    )
  await run(['tar', '-x', '-C', folder], { cwd: folder, input: archive.output })
}

/**
 * The client's files of a commit, by path in the repository; empty when there was none.
 * @param repository the folder of the repository
 */
export async function clientAt(repository: string, commit: string): Promise<Map<string, string>> {
  const listed = await git(repository, 'ls-tree', '-r', '--name-only', commit, 'packages/client')
  const paths = (listed ?? '').split('\n').filter((path) => path.endsWith('.ts'))
  if (paths.length === 0) return new Map()
  const folder = await mkdtemp(join(tmpdir(), 'client-'))
  try {
    await extract(repository, commit, 'packages/client', folder)
    const read = async (path: string): Promise<[string, string]> => [
      path,
      await readFile(join(folder, path), 'utf8'),
    ]
    return new Map(await Promise.all(paths.map(read)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The trimmed answer of git; undefined when it fails or says nothing. */
async function git(repository: string, ...parameters: string[]): Promise<string | undefined> {
  const { code, stdout } = await run(['git', ...parameters], { cwd: repository })
  const text = stdout.trim()
  return code === 0 && text !== '' ? text : undefined
}
