import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// Asks turbo itself what an edit would run again: a task whose hash stays the same is a cache hit.
const root = resolve(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'pipeline-'))
const guide = 'apps/docs/src/content/docs/guides/quick-start.md'
const schema = 'openapi/components/schemas/Customer.yaml'
const generated = ['openapi/src/generated', 'openapi/dist']
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' }

type Hashes = Record<string, string>
let before: Hashes

beforeAll(() => {
  const listed = run('git', ['ls-files', '-co', '--exclude-standard', '-z'], root).split('\0').filter(Boolean)
  // A file that is deleted but still known to git is no part of the working tree.
  for (const file of listed.filter((name) => existsSync(join(root, name)))) {
    mkdirSync(dirname(join(scratch, file)), { recursive: true })
    cpSync(join(root, file), join(scratch, file), { force: true })
  }
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'))
  restore()
  before = hashes('build', 'typecheck', 'test')
}, 120_000)

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

describe('what an edit runs again', { timeout: 120_000 }, () => {
  test('nothing changed: every task is a cache hit', () => {
    generate()
    expect(hashes('build', 'typecheck', 'test')).toEqual(before)
  })

  test('a guide: the docs, and nothing of the contract, the client or the sandbox', () => {
    const changed = changedBy(guide, (text) => `${text}\nOne more sentence.\n`)
    expect(changed).toContain('@cloudcockpit/docs#build')
    expect(changed.filter((task) => !task.startsWith('@cloudcockpit/docs#'))).toEqual([])
  })

  test.each([
    ['apps/sandbox/src/limits.ts', ['sandbox', 'benchmarks', 'docs#test', 'docs#typecheck', 'examples']],
    ['packages/contract-tools/src/diff/words.ts', ['contract-tools', 'benchmarks']],
    ['packages/benchmarks/src/contract/cases.ts', ['benchmarks']],
    ['packages/examples/package.json', ['examples', 'contract-tools#test']],
    ['.github/workflows/ci.yml', ['contract-tools#test']],
    ['.ci/run', ['contract-tools#test']],
  ])('%s: what is made from it, and nothing else', (file, expected) => {
    const edit = file.endsWith('.json')
      ? (text: string) => text.replace('"private": true', '"private":  true')
      : (text: string) => `${text}\n`
    const changed = changedBy(file, edit)
    expect(changed).not.toEqual([])
    const others = changed.filter((task) => !expected.some((name) => isOf(task, name)))
    expect(others).toEqual([])
  })

  test('a comment in the contract: lint and generation, and nothing behind them', () => {
    const phase1 = hashes('lint:contract', 'generate')
    const changed = changedBy(
      schema,
      (text) => `# A comment.\n${text}`,
      () => {
        const now = hashes('lint:contract', 'generate')
        expect(differences(phase1, now)).toEqual([
          '@cloudcockpit/openapi#generate',
          '@cloudcockpit/openapi#lint:contract',
        ])
      },
    )
    expect(changed).toEqual([])
  })

  test('a property of the contract: everything that depends on it', () => {
    const changed = changedBy(schema, (text) => text.replace('maxLength: 255', 'maxLength: 254'))
    for (const workspace of ['openapi', 'client', 'sandbox', 'docs']) {
      expect(changed).toContain(`@cloudcockpit/${workspace}#test`)
    }
    expect(changed).toContain('@cloudcockpit/docs#build')
    expect(changed).toContain('@cloudcockpit/client#typecheck')
  })
})

/** A task is of a workspace, or is the one that is named. */
function isOf(task: string, name: string): boolean {
  const full = `@cloudcockpit/${name}`
  return task === full || task.startsWith(`${full}#`)
}

function changedBy(file: string, edit: (text: string) => string, whileEdited?: () => void): string[] {
  const path = join(scratch, file)
  const original = readFileSync(path, 'utf8')
  const edited = edit(original)
  expect(edited).not.toBe(original)
  writeFileSync(path, edited)
  try {
    // Nothing outside the contract's folder is read to generate from it.
    if (file.startsWith('openapi/')) generate()
    whileEdited?.()
    return differences(before, hashes('build', 'typecheck', 'test'))
  } finally {
    writeFileSync(path, original)
    restore()
  }
}

/** Puts back what was generated from the contract as it is; that nothing changed when made again is a test's to say. */
function restore(): void {
  for (const folder of generated) cpSync(join(root, folder), join(scratch, folder), { recursive: true })
}

function differences(a: Hashes, b: Hashes): string[] {
  return Object.keys({ ...a, ...b })
    .filter((task) => a[task] !== b[task])
    .toSorted()
}

function hashes(...tasks: string[]): Hashes {
  const output = run(join(root, 'node_modules/.bin/turbo'), ['run', ...tasks, '--dry=json'], scratch)
  const summary: { tasks: { taskId: string; hash: string; command: string }[] } = JSON.parse(output)
  const real = summary.tasks.filter(({ command }) => command !== '<NONEXISTENT>')
  return Object.fromEntries(real.map(({ taskId, hash }) => [taskId, hash]))
}

function generate(): void {
  run(process.execPath, ['scripts/run.js', 'generate'], join(scratch, 'openapi'))
}

function run(command: string, args: string[], cwd: string): string {
  return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}
