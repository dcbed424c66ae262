import { readdir, readFile } from 'node:fs/promises'
import { isObject, type JsonObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { inRepository } from '../src/shared/repository.ts'

const folder = inRepository('.github/workflows')
const names = (await readdir(folder)).filter((name) => name.endsWith('.yml'))
const workflows = await Promise.all(
  names.map(async (name): Promise<[string, JsonObject]> => {
    const parsed: unknown = parse(await readFile(`${folder}/${name}`, 'utf8'))
    return [name, isObject(parsed) ? parsed : {}]
  }),
)
const scripts = await scriptsOfWorkspaces()

describe.each(workflows)('%s', (_, workflow) => {
  const steps = Object.values(objectAt(workflow, 'jobs')).flatMap((job) =>
    isObject(job) ? stepsOf(job) : [],
  )

  test('pins every action by its commit', () => {
    const uses = steps.flatMap(({ uses: action }) => (typeof action === 'string' ? [action] : []))
    expect(uses.length).toBeGreaterThan(1)
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
  })

  test('runs nothing but npm scripts that exist, and .ci/run', () => {
    const runs = steps.flatMap(({ run }) => (typeof run === 'string' ? [run] : []))
    expect(runs.length).toBeGreaterThan(1)
    expect(runs.filter((command) => !isOurs(command))).toEqual([])
  })

  test('ends when it hangs', () => {
    for (const job of Object.values(objectAt(workflow, 'jobs')))
      expect(isObject(job) && job['timeout-minutes']).toBeTypeOf('number')
  })

  test('may only read; what publishes may publish, and runs nothing of ours', () => {
    expect(workflow['permissions']).toEqual({ contents: 'read' })
    for (const job of Object.values(objectAt(workflow, 'jobs')).filter(isObject)) {
      const mayWrite = Object.values(objectAt(job, 'permissions')).includes('write')
      expect(mayWrite && stepsOf(job).some(({ run }) => run !== undefined)).toBe(false)
    }
  })
})

test('the gate and CI run the same scripts', async () => {
  const gate = await readFile(inRepository('.ci/run'), 'utf8')
  const commands = gate.split('\n').filter((line) => line.startsWith('npm '))
  expect(commands.length).toBeGreaterThan(3)
  expect(commands.map((line) => line.replace(/ \|.*$/, '')).filter((line) => !isOurs(line))).toEqual([])
  expect(JSON.stringify(workflows.find(([name]) => name === 'ci.yml'))).toContain('"run":".ci/run"')
})

test('a script that does not exist is found', () => {
  expect(isOurs('npm run test:loop -w @cloudcockpit/contract-tools')).toBe(true)
  expect(isOurs('npm run test:lop -w @cloudcockpit/contract-tools')).toBe(false)
  expect(isOurs('npx something')).toBe(false)
})

test('every slow script of a workspace runs each night', () => {
  const nightly = JSON.stringify(workflows)
  const slow = [...scripts].flatMap(([workspace, names]) =>
    names
      .filter((name) => /^test:(nightly|crash|postgres|loop)$/.test(name))
      .map((name) => ({ workspace, name })),
  )
  expect(slow.length).toBeGreaterThanOrEqual(4)
  const left = slow.filter(
    ({ workspace, name }) =>
      !nightly.includes(`"script":"${name}","workspace":"${workspace.replace('@cloudcockpit/', '')}"`),
  )
  expect(left).toEqual([])
})

function isOurs(command: string): boolean {
  if (['.ci/run', 'npm test'].includes(command) || command.startsWith('npm ci ')) return true
  const [, script = '', workspace = ''] =
    /^npm run (?:--silent )?([\w:]+)(?: -w (@cloudcockpit\/[\w-]+))?(?: |$)/.exec(command) ?? []
  return scripts.get(workspace)?.includes(script) === true
}

/** The steps of a job; one with a matrix has those of each combination. */
function stepsOf(job: JsonObject): JsonObject[] {
  const { include = [{}] } = objectAt(objectAt(job, 'strategy'), 'matrix')
  const combinations = Array.isArray(include) ? include : []
  return combinations.flatMap((combination) => {
    const filled = JSON.stringify(job['steps']).replaceAll(/\$\{\{ matrix\.(\w+) \}\}/g, (_, name: string) =>
      isObject(combination) ? String(combination[name]) : '',
    )
    const steps: unknown = JSON.parse(filled)
    return Array.isArray(steps) ? steps.filter(isObject) : []
  })
}

/** The names of the scripts of each workspace by its name; those of the root under the empty name. */
async function scriptsOfWorkspaces(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const folders = ['', 'openapi']
  for (const parent of ['packages', 'apps']) {
    for (const name of await readdir(inRepository(parent))) folders.push(`${parent}/${name}`)
  }
  for (const path of folders) {
    const text = await readFile(inRepository(path, 'package.json'), 'utf8').catch(() => '{}')
    const manifest: unknown = JSON.parse(text)
    if (!isObject(manifest)) continue
    found.set(path === '' ? '' : String(manifest['name']), Object.keys(objectAt(manifest, 'scripts')))
  }
  return found
}
