import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { run } from './run.ts'
import { sizeGates, sizeOf } from './size.ts'

const help = `npm run check:package

Checks the built package as its users get it: publint, attw, only web-standard globals, one runtime dependency, size,
and the packed tarball, installed alone into an empty project, running and type-checking there with TypeScript 5.9
and 7 under skipLibCheck: false. Needs \`npm run build\` first, and the npm registry.
`

const root = join(import.meta.dirname, '..')
const compilers = ['typescript@5.9.3', 'typescript@7.0.2']
const program = `import { ApiError, type Customer, clientCredentials, createClient, type MarginRuleName, unwrap } from '@cloudcockpit/client'
import { fieldErrors } from '@cloudcockpit/client/field-errors'

export const cockpit = createClient({
  tenant: 'portal.example',
  auth: clientCredentials({ clientId: 'id', clientSecret: 'secret' }),
  fetch: async () => Response.json('1b671a64-40d5-491e-99b0-da01ff1f3341', { status: 201 }),
})
export async function create(body: Customer): Promise<string> {
  const { error } = await cockpit.POST('/v1/Customers', { body, auth: 'token' })
  if (error instanceof ApiError) console.error(error.envelope.description, fieldErrors(error, body).fields.zip)
  return unwrap(cockpit.POST('/v1/Customers', { body, auth: 'token' }))
}
export const rule: MarginRuleName = 'Markup'
// @ts-expect-error the contract's types came along
export const wrong: Customer = { zip: 5 }
`
const script = `import { createClient, unwrap } from '@cloudcockpit/client'
import { fieldErrors } from '@cloudcockpit/client/field-errors'
const fetch = async () => Response.json('an-id', { status: 201 })
const cockpit = createClient({ tenant: 't.example', auth: 'token', fetch })
const id = await unwrap(cockpit.POST('/v1/Customers', { body: { zip: '1' } }))
if (id !== 'an-id' || typeof fieldErrors !== 'function') process.exit(1)
`

const checks: Record<string, (directory: string, tarball: string) => void | Promise<void>> = {
  publint: () => void run('npx', ['publint', '--strict'], root),
  attw: (_, tarball) => void run('npx', ['attw', tarball, '--profile', 'esm-only'], root),
  'web-standard globals only': (directory) => {
    // A copy, because oxlint passes over what git ignores.
    const copy = join(directory, 'shipped')
    cpSync(join(root, 'dist'), copy, { recursive: true, filter: (path) => !path.endsWith('.d.ts') })
    run('npx', ['oxlint', '-c', 'web-standard.oxlintrc.json', copy], root)
  },
  'no imports but openapi-fetch': async () => {
    const entryPoints = ['index.js', 'field-errors.js'].map((name) => join(root, 'dist', name))
    const { metafile } = await build({
      entryPoints,
      outdir: '/',
      bundle: true,
      packages: 'external',
      format: 'esm',
      write: false,
      metafile: true,
      // Imports of Node's own modules would not even resolve.
      platform: 'neutral',
    })
    const outputs = Object.values(metafile.outputs)
    const imported = outputs.flatMap(({ imports }) => imports.filter(({ external }) => external))
    const other = imported.find(({ path }) => path !== 'openapi-fetch')
    if (other) throw new Error(`the shipped code imports ${other.path}`)
  },
  size: async (directory) => {
    for (const { name, source, limit } of sizeGates) {
      const [start, whole] = await Promise.all([
        sizeOf(source, directory, false),
        sizeOf(source, directory, true),
      ])
      process.stdout.write(
        `  ${name}: ${start} of ${limit} bytes; ${whole} with what error.reconcile() loads\n`,
      )
      if (start > limit) throw new Error(`${name}: ${start} bytes are over the limit of ${limit}`)
    }
  },
  'runs alone': (directory) => void run('node', ['main.mjs'], directory),
  'has one runtime dependency': (directory) => {
    const names = readdirSync(join(directory, 'node_modules')).filter((name) => !name.startsWith('.'))
    // openapi-fetch brings its own helper, which holds types only.
    const expected = ['@cloudcockpit', 'openapi-fetch', 'openapi-typescript-helpers']
    if (names.join() !== expected.join()) throw new Error(`node_modules holds ${names.join(', ')}`)
  },
  ...Object.fromEntries(
    compilers.map((compiler) => [
      `type-checks alone with ${compiler}`,
      (directory: string) => {
        run('npm', ['install', '--no-audit', '--no-fund', '--no-save', compiler], directory)
        run('npx', ['tsc', '--noEmit', '-p', '.'], directory)
      },
    ]),
  ),
}

if (process.argv.includes('--help')) process.stdout.write(help)
else await main()

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'cloudcockpit-client-'))
  try {
    const tarball = join(
      directory,
      run('npm', ['pack', '--silent', '--pack-destination', directory], root).trim(),
    )
    const options = {
      strict: true,
      skipLibCheck: false,
      module: 'nodenext',
      target: 'es2022',
      lib: ['es2022', 'dom'],
      types: [],
    }
    writeFileSync(join(directory, 'package.json'), '{ "type": "module", "private": true }')
    writeFileSync(
      join(directory, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, include: ['main.ts'] }),
    )
    writeFileSync(join(directory, 'main.ts'), program)
    writeFileSync(join(directory, 'main.mjs'), script)
    run('npm', ['install', '--no-audit', '--no-fund', tarball], directory)
    for (const [name, check] of Object.entries(checks)) {
      process.stdout.write(`${name}\n`)
      await check(directory, tarball)
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
