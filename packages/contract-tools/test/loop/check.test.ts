import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/shared/run.ts'
import { Scratch } from '../scratch.ts'

let scratch: Scratch

beforeAll(async () => {
  scratch = await Scratch.of(
    'openapi',
    'packages',
    'apps',
    'tsconfig.base.json',
    'package.json',
    'turbo.json',
  )
  await scratch.linkPackages()
  await scratch.git('init', '--quiet', '--initial-branch', 'main')
  await scratch.write('.gitignore', 'node_modules\ndist\n')
  await scratch.commitAll('as it is')
  await scratch.git('tag', 'contract-v1.0.0')
  await program('openapi/scripts/generate.ts')
})

afterAll(() => scratch.remove())

async function program(file: string, ...parameters: string[]) {
  return run([process.execPath, '--import', 'tsx', file, ...parameters], { cwd: scratch.root })
}

async function check(...corners: string[]) {
  const only = corners.flatMap((corner) => ['--only', corner])
  return program('packages/contract-tools/src/check/cli.ts', ...only)
}

/** A corner is right before it is broken, and red, with a way to mend it, afterwards. */
async function breaks(corner: string, path: string, edit: (text: string) => string): Promise<string> {
  const before = await scratch.read(path)
  const fine = await check(corner)
  expect(fine.stdout + fine.stderr).toMatch(new RegExp(`^ok +${corner}`))
  expect(edit(before)).not.toBe(before)
  await scratch.write(path, edit(before))
  const broken = await check(corner)
  await scratch.write(path, before)
  expect(broken.stdout + broken.stderr).toMatch(new RegExp(`^wrong ${corner}`))
  expect(broken.code).toBe(1)
  return broken.stdout
}

test('lint: a rule that is broken is named with its place', async () => {
  const said = await breaks('lint', 'openapi/components/schemas/CreatedId.yaml', (text) =>
    text.replace('type: string', 'type: strong'),
  )
  expect(said).toContain('openapi/components/schemas/CreatedId.yaml:1')
})

test('bundle: a stale bundle names the command that makes it', async () => {
  const said = await breaks('bundle', 'openapi/dist/openapi.json', (text) => `${text} `)
  expect(said).toContain('→ npm run generate')
})

test('bundle: a missing bundle is red too', async () => {
  const text = await scratch.read('openapi/dist/openapi.json')
  await rm(join(scratch.root, 'openapi/dist/openapi.json'))
  const { stdout, code } = await check('bundle')
  await scratch.write('openapi/dist/openapi.json', text)
  expect(stdout).toContain('is missing')
  expect(code).toBe(1)
})

test('types: a stale generated file is named', async () => {
  const said = await breaks('types', 'openapi/src/generated/facts.ts', (text) => `${text}\n`)
  expect(said).toContain('src/generated/facts.ts is stale')
})

test('client: a line that does not compile is named', async () => {
  const said = await breaks(
    'client',
    'packages/client/src/index.ts',
    (text) => `${text}\nexport const wrong: string = 1\n`,
  )
  expect(said).toMatch(/packages\/client\/src\/index\.ts:\d+:\d+ /)
})

test('words: what was left to be written is named with its line', async () => {
  const said = await breaks('words', 'openapi/components/schemas/CreatedId.yaml', (text) =>
    text.replace(/^description: .*$/m, 'description: TODO What this is.'),
  )
  expect(said).toMatch(/openapi\/components\/schemas\/CreatedId\.yaml:\d+ description: TODO/)
})

test('sandbox: a handler without an operation, and an operation without a handler', async () => {
  const said = await breaks('sandbox', 'apps/sandbox/src/operations/customers.ts', (text) =>
    text.replace('  getCustomer: {', '  readCustomer: {'),
  )
  expect(said).toContain('GET /v1/Customers/{customerId} has no handler `getCustomer`')
})

test('samples: an answer that the sandbox does not give', async () => {
  const said = await breaks('samples', 'apps/docs/src/samples/recorded.json', (text) =>
    text.replace('"status": 201', '"status": 200'),
  )
  expect(said).toContain('npm run record -w @cloudcockpit/docs')
})

test('tests: an operation that no test calls', async () => {
  await scratch.write('packages/client/test/all.test.ts', allOperations)
  await scratch.write('apps/sandbox/test/all.test.ts', allOperations)
  expect((await check('tests')).stdout).toMatch(/^ok/)
  const { document, path } = await bundled()
  await scratch.write(
    path,
    document.replaceAll('getReseller', 'fetchReseller').replaceAll('/v1/Resellers/{', '/v2/Resellers/{'),
  )
  const { stdout, code } = await check('tests')
  await scratch.write(path, document)
  expect(stdout).toContain('fetchReseller is in no test of the client')
  expect(code).toBe(1)
})

test('changes: a change that the change notes do not name', async () => {
  const said = await breaks('changes', 'openapi/components/schemas/Customer.yaml', (text) =>
    text.replace('    maxLength: 30', '    maxLength: 20'),
  )
  expect(said).toMatch(/maxLength/)
})

test('takes seconds when nothing changed', async () => {
  const first = await check()
  expect(first.stdout.replaceAll(/^ok .*\n/gm, '')).toBe('')
  const start = performance.now()
  const { stdout, code } = await check()
  const seconds = (performance.now() - start) / 1000
  process.stdout.write(`check when nothing changed: ${seconds.toFixed(1)} s\n`)
  expect(stdout.match(/^ok /gm)).toHaveLength(9)
  // Three or four on a quiet machine; tests share it with others.
  expect(seconds).toBeLessThan(30)
  expect(code).toBe(0)
})

test('changes: without an earlier contract it says how to fetch one', async () => {
  await scratch.git('tag', '--delete', 'contract-v1.0.0')
  await scratch.git('checkout', '--quiet', '--orphan', 'alone')
  await scratch.git('branch', '--delete', '--force', 'main')
  const { stdout, code } = await check('changes')
  expect(stdout).toContain('git fetch --tags --unshallow')
  expect(code).toBe(1)
})

test('a corner that does not exist is refused', async () => {
  const { stderr, code } = await check('korner')
  expect(stderr).toContain('There is no corner korner')
  expect(code).not.toBe(0)
})

const allOperations = '// createCustomer getCustomer listCustomers createReseller getReseller listResellers\n'

async function bundled(): Promise<{ document: string; path: string }> {
  const path = 'openapi/dist/openapi.json'
  return { document: await scratch.read(path), path }
}
