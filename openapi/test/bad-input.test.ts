import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { contractRoot } from '../scripts/contract.ts'
import { lintContract } from '../scripts/lint.ts'
import { asText } from '../scripts/lint-report.ts'
import { type Change, changedCopy } from './support/copy.ts'

const customers = 'paths/v1_Customers.yaml'
const customer = 'components/schemas/Customer.yaml'
const minimal = 'components/examples/CustomerCreateMinimal.yaml'

/** What an author may get wrong, and what the commands then say. */
const mistakes: {
  title: string
  changes: Record<string, Change>
  place: RegExp
  says: RegExp
  fix: RegExp
}[] = [
  {
    title: 'a broken reference',
    changes: { [customers]: ['schemas/CustomerPage.yaml', 'schemas/CustomersPage.yaml'] },
    place: /paths\/v1_Customers\.yaml:\d+:\d+/,
    says: /Can't resolve \$ref[^]*Rule: no-unresolved-refs/,
    fix: /Fix: {2}Correct the path in `\$ref`/,
  },
  {
    title: 'a syntax error',
    changes: { [customer]: ['  companyName:\n', '  companyName\n'] },
    place: /components\/schemas\/Customer\.yaml:\d+:\d+/,
    says: /Rule: syntax/,
    fix: /Fix: {2}Correct the YAML at this place/,
  },
  {
    title: 'a duplicate operationId',
    changes: { [customers]: ['operationId: listCustomers', 'operationId: createCustomer'] },
    place: /paths\/v1_Customers\.yaml:\d+:\d+/,
    says: /operationId[^]*Rule: operation-operationId-unique/,
    fix: /Fix: {2}Rename one of the operations/,
  },
  {
    title: 'an example that contradicts its schema',
    changes: { [minimal]: ['country: PT', 'country: Portugal'] },
    place: /components\/examples\/CustomerCreateMinimal\.yaml:\d+:\d+/,
    says: /country[^]*Rule: no-invalid-media-type-examples/,
    fix: /Fix: {2}.*Correct the example/,
  },
]

const generated = [
  'src/generated/types.ts',
  'src/generated/facts.ts',
  'dist/openapi.json',
  'dist/openapi.yaml',
]

describe('the lint of a contract', () => {
  it.each(mistakes)('says where $title is and what to do', async ({ changes, place, says, fix }) => {
    const root = await changedCopy(contractRoot, changes)
    const output = asText(await lintContract({ root }))
    expect(output).toMatch(place)
    expect(output).toMatch(says)
    expect(output).toMatch(fix)
  })
})

describe('npm run generate', () => {
  it('says what lint says, and leaves the files as they are', async () => {
    const [{ changes, says } = { changes: {}, says: /nothing/ }] = mistakes
    const root = await changedCopy(contractRoot, changes)
    const before = await texts(root)
    const { code, output } = await run('generate', '--contract', root)
    expect(output).toMatch(says)
    expect(output).toContain('the generated files are as they were')
    expect(code).toBe(1)
    expect(await texts(root)).toEqual(before)
  }, 180_000)

  it('writes what the contract makes, and finds a changed byte afterwards', async () => {
    const root = await changedCopy(contractRoot, { 'src/generated/types.ts': '// old\n' })
    expect((await run('generate', '--contract', root, '--check')).output).toMatch(/types\.ts is not what/)
    expect(await run('generate', '--contract', root)).toEqual({ code: 0, output: '' })
    expect(await texts(root)).toEqual(await texts(contractRoot))
  }, 180_000)
})

describe('npm run lint:contract', () => {
  it('annotates the lines on GitHub, and ends with 1', async () => {
    const root = await changedCopy(contractRoot, { [minimal]: ['country: PT', 'country: Portugal'] })
    const { code, output } = await run('lint-cli', '--contract', root, '--format', 'github')
    expect(output).toMatch(
      /^::error file=.*CustomerCreateMinimal\.yaml,line=\d+,.*%0AFix: .*Correct the example/,
    )
    expect(code).toBe(1)
  }, 180_000)

  it('tells in a line how it is to be called', async () => {
    const { code, output } = await run('lint-cli', '--contract', 'nowhere')
    expect(output).toMatch(/^There is no openapi\.yaml in .*nowhere.*\nSee what there is with --help\.\n$/)
    expect(code).toBe(2)
  }, 180_000)
})

describe('what lint says', () => {
  it('names the one place that is no YAML, and nothing that follows from it', async () => {
    const root = await changedCopy(contractRoot, { [customer]: ['  companyName:\n', '  companyName\n'] })
    const problems = await lintContract({ root })
    expect(problems.map(({ file, rule }) => [file.replace(root, ''), rule])).toEqual([[customer, 'syntax']])
    expect(problems[0]?.frame).toContain('companyName')
  })

  it('underlines one line of something long', async () => {
    const root = await changedCopy(contractRoot, {
      [customers]: ['operationId: listCustomers', 'operationId: createCustomer'],
    })
    const problems = await lintContract({ root })
    const frame = problems.find(({ rule }) => rule === 'operation-operationId-unique')?.frame ?? ''
    expect(frame.match(/\^+/g)).toHaveLength(1)
  })

  it('works for the root document too', async () => {
    const root = await changedCopy(contractRoot, { 'openapi.yaml': ['info:', 'info'] })
    const problems = await lintContract({ root })
    expect(problems.map(({ file, rule }) => [file.replace(root, ''), rule])).toEqual([
      ['openapi.yaml', 'syntax'],
    ])
  })
})

async function texts(root: string): Promise<string[]> {
  return Promise.all(generated.map((file) => readFile(root + file, 'utf8')))
}

/** Runs a script as npm does, and waits for its end. */
async function run(script: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const runner = fileURLToPath(new URL('../scripts/run.js', import.meta.url))
  const child = spawn(process.execPath, [runner, script, ...args], { cwd: contractRoot })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, output })
    })
  })
}
