import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isObject, type JsonObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import { type ContractOperation, listOperations } from '@cloudcockpit/openapi/scripts/operations.ts'
import { inRepository } from '../shared/repository.ts'
import { run } from '../shared/run.ts'
import { type Corner, firstOf, right, wrong } from './corner.ts'

const bundle = 'openapi/dist/openapi.json'
const generated = 'openapi/src/generated'

/** The client compiles against the generated types. */
const client: Corner = {
  name: 'client',
  inputs: [
    'packages/client/src',
    'packages/client/test',
    'packages/client/package.json',
    'packages/client/tsconfig.json',
    generated,
    'tsconfig.base.json',
  ],
  look: async () => {
    const { TypeCheck } = await import('../dev/type-check.ts')
    const errors = new TypeCheck(inRepository('packages/client/tsconfig.json')).run()
    if (errors.length === 0) return right('packages/client compiles against the generated types')
    const told = errors.map(
      ({ place, message }) => `packages/client/${place} ${message.split('\n')[0] ?? ''}`,
    )
    return wrong(firstOf(told), 'Correct the client, then: npm run typecheck -w @cloudcockpit/client')
  },
}

/** Every operation has a handler, unless the contract says that the sandbox leaves it out. */
const sandbox: Corner = {
  name: 'sandbox',
  inputs: ['apps/sandbox/src', bundle],
  look: async () => {
    const operations = await described()
    const handlers = await handlerNames()
    const lacking = operations.filter(({ id, operation }) => !handlers.includes(id) && !isLeftOut(operation))
    const idle = handlers.filter((name) => !operations.some(({ id }) => id === name))
    if (lacking.length === 0 && idle.length === 0)
      return right(`${handlers.length} handlers for ${operations.length} operations`)
    if (lacking.length > 0)
      return wrong(
        firstOf(lacking.map(({ id, method, path }) => `${method} ${path} has no handler \`${id}\``)),
        'Write the handler in apps/sandbox/src/operations/, or mark the operation with `x-sandbox: { implemented: false }`',
      )
    return wrong(
      firstOf(idle.map((name) => `the handler \`${name}\` answers to no operation`)),
      'Remove it from apps/sandbox/src/operations/, or correct its name',
    )
  },
}

/** The docs show for every request example what the sandbox answers to it today. */
const samples: Corner = {
  name: 'samples',
  inputs: ['apps/docs/src/samples', 'apps/sandbox/package.json', 'apps/sandbox/src', bundle, generated],
  look: async () => {
    const { code, stdout, stderr } = await run(
      [
        process.execPath,
        '--import',
        'tsx',
        inRepository('packages/contract-tools/src/check/samples-process.ts'),
      ],
      { cwd: inRepository('apps/docs') },
    )
    const mend = 'npm run record -w @cloudcockpit/docs, and read what changed before you commit it'
    if (code === 0) return right(stdout.trim())
    return wrong(firstOf((code === 2 ? stdout : stderr).trim().split('\n')), mend)
  },
}

/** Every operation is called by a test of the client and by one of the sandbox. */
const tests: Corner = {
  name: 'tests',
  look: async () => {
    const operations = await described()
    const untested: string[] = []
    for (const [workspace, path] of [
      ['client', 'packages/client'],
      ['sandbox', 'apps/sandbox'],
    ] as const) {
      const texts = await testTexts(inRepository(path))
      for (const operation of operations) {
        if (workspace === 'sandbox' && isLeftOut(operation.operation)) continue
        if (!texts.some((text) => mentions(text, operation)))
          untested.push(`${operation.id} is in no test of the ${workspace} (${path})`)
      }
    }
    if (untested.length === 0)
      return right(`the tests of client and sandbox call all ${operations.length} operations`)
    return wrong(firstOf(untested), 'Add a test that calls it')
  },
}

/** The corners that follow from the contract. */
export const downstreamCorners: Corner[] = [client, sandbox, samples, tests]

async function described(): Promise<ContractOperation[]> {
  const document: unknown = JSON.parse(await readFile(inRepository(bundle), 'utf8').catch(() => '{}'))
  return isObject(document) ? listOperations(document) : []
}

function isLeftOut(operation: JsonObject): boolean {
  return objectAt(operation, 'x-sandbox')['implemented'] === false
}

/** The sandbox finds its handlers by these names. */
async function handlerNames(): Promise<string[]> {
  const file = pathToFileURL(inRepository('apps/sandbox/src/operations/index.ts')).href
  const module: unknown = await import(file)
  const isModule = typeof module === 'object' && module !== null && 'operations' in module
  const { operations } = isModule ? module : { operations: undefined }
  if (typeof operations !== 'object' || operations === null)
    throw new Error(
      'apps/sandbox/src/operations/index.ts exports no `operations`. Bring the check in line with it.',
    )
  return Object.keys(operations)
}

async function testTexts(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(
      (entry) =>
        entry.isFile() && /(\.test(-d)?\.ts|\/test\/.*\.ts)$/.test(join(entry.parentPath, entry.name)),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'))
  return Promise.all(files.map(async (file) => readFile(file, 'utf8')))
}

/** A test calls an operation by its name, or by method and path, where a path parameter may be anything. */
function mentions(text: string, { id, method, path }: ContractOperation): boolean {
  if (new RegExp(`\\b${id}\\b`).test(text)) return true
  const literal = path
    .replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\{[^}]+\}/g, String.raw`[^/'"\x60?]+`)
  const url = new RegExp(`${literal}['"\`?]`)
  return url.test(text) && new RegExp(`\\b${method}\\b`, 'i').test(text)
}
