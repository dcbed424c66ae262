import { readFileSync } from 'node:fs'
import { startSandbox, type Sandbox } from '@cloudcockpit/sandbox'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { servers } from '@cloudcockpit/openapi/facts'
import { readGuides, joined, type Guide } from './testing/guide-blocks.ts'
import { runProgram, runShell } from './testing/run.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const guides = readGuides()
/** What a block may be, by language: run with the others of its guide, or, with a mark, treated in another way. */
const known: Readonly<Record<string, readonly string[]>> = {
  ts: ['', 'check'],
  sh: ['', 'start'],
  json: [''],
  text: [''],
}

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

/** A guide's source as it runs here: against the sandbox of this test instead of one on the usual port. */
function here(source: string): string {
  return source.replaceAll(servers.sandbox, sandbox.url)
}

test('every block is of a kind that is checked', () => {
  const unknown = guides.flatMap(({ name, blocks }) =>
    blocks
      .filter(({ language, marks }) => !known[language]?.includes(marks.join(' ')))
      .map(({ language, marks, line }) => `${name}.md:${line}: ${language} ${marks.join(' ')}`),
  )
  expect(unknown).toEqual([])
  expect(guides.length).toBeGreaterThanOrEqual(11)
})

test('every JSON block is JSON', () => {
  for (const { name, blocks } of guides) {
    for (const { source, line } of blocks.filter(({ language }) => language === 'json')) {
      expect(() => JSON.parse(source), `${name}.md:${line}`).not.toThrow()
    }
  }
})

test('every command that starts or builds something exists', () => {
  const root: unknown = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'))
  const commands = guides.flatMap(({ blocks }) =>
    blocks.filter(({ marks }) => marks.includes('start')).flatMap(({ source }) => source.trim().split('\n')),
  )
  const scripts = commands.flatMap((command) => /^npm (?:run )?([\w:-]+)/.exec(command)?.[1] ?? [])
  expect(commands.length).toBeGreaterThan(0)
  expect(root).toMatchObject({
    scripts: Object.fromEntries(
      scripts.filter((name) => name !== 'ci').map((name) => [name, expect.any(String)]),
    ),
  })
})

const programs = guides.flatMap((guide) => withSource(guide, 'ts'))
const scripts = guides.flatMap((guide) => withSource(guide, 'sh'))

function withSource(guide: Guide, language: string): { name: string; source: string }[] {
  const source = joined(guide, language)
  return source === '' ? [] : [{ name: guide.name, source }]
}

test.each(programs)('the program of $name runs', async ({ source }) => {
  const env = { COCKPIT_TOKEN: await sandbox.token() }
  await expect(runProgram(here(source), { env })).resolves.toBeTypeOf('string')
})

test.each(scripts)('the commands of $name run', async ({ source }) => {
  const env = { COCKPIT_TOKEN: await sandbox.token() }
  await expect(runShell(here(source), { env })).resolves.toBeTypeOf('string')
})

test('a program or a command that fails is a failure here', async () => {
  await expect(runProgram('throw new Error("on purpose")')).rejects.toThrow('on purpose')
  await expect(runShell(`curl '${sandbox.url}/v1/Customers'`)).rejects.toThrow('401')
})
