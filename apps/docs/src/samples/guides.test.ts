import { readFileSync } from 'node:fs'
import { startSandbox } from '@cloudcockpit/sandbox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { servers } from '@cloudcockpit/openapi/facts'
import { readGuides, joined, type Guide } from './testing/guide-blocks.ts'
import { runProgram, runShell } from './testing/run.ts'
import { typeProblems } from './testing/type-check.ts'

const guides = readGuides()
/** What a block may be, by language: run with the others of its guide, or, with a mark, treated in another way. */
const known: Readonly<Record<string, readonly string[]>> = {
  ts: ['', 'check'],
  sh: ['', 'start'],
  json: [''],
  text: [''],
}

let sandbox: Awaited<ReturnType<typeof startSandbox>>
beforeAll(async () => {
  sandbox = await startSandbox({ database: 'memory:', logLevel: 'error' })
})
afterAll(() => sandbox.close())

/** A guide's source as it runs here: against the sandbox of this test instead of one on the usual port. */
function here(source: string): string {
  return source.replaceAll(servers.sandbox, sandbox.url)
}

function programs({ name, blocks }: Guide): [string, string][] {
  const alone = blocks.filter(({ language, marks }) => language === 'ts' && marks.includes('check'))
  return [
    [name, joined({ name, blocks }, 'ts')],
    ...alone.map(({ source, line }): [string, string] => [`${name}-${line}`, source]),
  ]
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

test('every TypeScript block type-checks', () => {
  expect(typeProblems(new Map(guides.flatMap(programs)))).toEqual([])
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

describe.each(guides)('$name', (guide) => {
  const program = joined(guide, 'ts')
  const script = joined(guide, 'sh')

  test.runIf(program !== '')('its program runs', async () => {
    const env = { COCKPIT_TOKEN: await sandbox.token() }
    await expect(runProgram(here(program), { env })).resolves.toBeTypeOf('string')
  })

  test.runIf(script !== '')('its commands run', async () => {
    const env = { COCKPIT_TOKEN: await sandbox.token() }
    await expect(runShell(here(script), { env })).resolves.toBeTypeOf('string')
  })
})
