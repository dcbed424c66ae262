import { readFile } from 'node:fs/promises'
import { transform } from 'esbuild'
import { expect, test } from 'vitest'
import * as main from '../src/index.ts'
import { fieldErrors } from '../src/field-errors.ts'
import { customer, newId } from './bodies.ts'
import { type Answer, clientFor, serve } from './server.ts'

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
const [first = '', second = '', third = ''] = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(
  ([, code]) => code ?? '',
)

/** Runs an example with these names in scope, and gives the values of some of its own. */
async function runExample(source: string, scope: object, wanted: string): Promise<Record<string, unknown>> {
  const withoutImports = source.replaceAll(/^import .*$/gm, '')
  const { code } = await transform(withoutImports, { loader: 'ts', target: 'es2022' })
  const body = `return (async () => { ${code}; return { ${wanted} } })()`
  return new Function(...Object.keys(scope), body)(...Object.values(scope)) as Promise<
    Record<string, unknown>
  >
}

test('the first example creates two customers', async () => {
  const { url, seen } = await serve(({ url: path }) =>
    path === '/token'
      ? { body: { token_type: 'Bearer', expires_in: 3599, access_token: 't' } }
      : { status: 201, body: newId },
  )
  const scope = {
    ...main,
    clientId: 'id',
    clientSecret: 'secret',
    createClient: (options: main.ClientOptions) => main.createClient({ ...options, baseUrl: url }),
    clientCredentials: (options: main.ClientCredentials) =>
      main.clientCredentials({ ...options, tokenUrl: `${url}/token` }),
  }
  const { data, error, customerId } = await runExample(first, scope, 'data, error, customerId')
  expect([data, error, customerId]).toEqual([newId, undefined, newId])
  expect(seen.map(({ method, url: path }) => `${method} ${path}`)).toEqual([
    'POST /token',
    'POST /v1/Customers',
    'POST /v1/Customers',
  ])
})

test.each<[string, Answer[], unknown[]]>([
  ['a create', [{ status: 201, body: newId }], ['save', newId]],
  ['found', [{ drop: true }, { body: { items: [{ ...customer, id: newId }] } }], ['save', newId]],
  ['not found', [{ status: 503 }, { body: { items: [] } }], ['later', customer]],
  ['unknown', [{ status: 503 }, { status: 403 }], ['ask', expect.stringContaining('403')]],
  [
    'field errors',
    [{ status: 400, body: { errors: [{ propertyName: 'Zip', description: ['wrong'] }] } }],
    ['show', ['wrong'], []],
  ],
])('the second example handles: %s', async (_, answers, expected) => {
  const { url } = await serve(answers)
  const calls: unknown[][] = []
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      calls.push([name, ...args])
  const hooks = { save: note('save'), later: note('later'), ask: note('ask'), show: note('show') }
  await runExample(second, { ...main, fieldErrors, cockpit: clientFor(url), body: customer, ...hooks }, '')
  expect(calls).toEqual([expected])
})

test('the third example makes a client that logs', async () => {
  expect(third).toContain('logTo(console)')
  await runExample(third, { ...main, tenant: 't', auth: 't' }, '')
})

test('the figures are those of the benchmark', async () => {
  const results = await readFile(new URL('../../benchmarks/results/client.md', import.meta.url), 'utf8')
  const [, measured = ''] = /^## Promises\n\n((?:\|.*\n)+)/m.exec(results) ?? []
  const [, quoted = ''] = /<!-- figures -->\n\n((?:\|.*\n)+)/.exec(readme) ?? []
  expect(measured).toContain('duplicates')
  expect(quoted).toBe(measured)
})
