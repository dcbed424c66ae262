import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { staticServer } from '../../src/serve/static-server.ts'
import { hasChromium, launchServer } from './chromium.ts'
import { portOf } from './port.ts'
import { hostile } from './hostile.ts'
import { vast } from './vast.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address and folder of the built docs, or undefined when there is no browser. */
    docs: BuiltSite | undefined
    /** The same for a site made from a hostile document, published under a path. */
    hostile: BuiltSite | undefined
    /** The same for a document that is far too large for one page each. */
    vast: BuiltSite | undefined
    /** Where to reach the browser. */
    browser: string | undefined
  }
}

/** A built site that is being served. */
export interface BuiltSite {
  address: string
  folder: string
  base: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const hostileBase = '/some/path/'

/** Serves the built docs, builds and serves the other sites, and stops all at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!hasChromium()) {
    project.provide('docs', undefined)
    project.provide('hostile', undefined)
    project.provide('vast', undefined)
    project.provide('browser', undefined)
    return () => Promise.resolve()
  }
  const dist = join(root, 'dist')
  if (!existsSync(join(dist, '_headers'))) {
    throw new Error('The docs are not built. Run `npm run build -w @cloudcockpit/docs` first.')
  }
  // Inside the project, for Astro keeps what it works with beside the site: builds may then run side by side.
  mkdirSync(join(root, '.cache'), { recursive: true })
  const scratch = mkdtempSync(join(root, '.cache', 'sites-'))
  const features: unknown = JSON.parse(readFileSync(join(root, 'test/fixtures/features.json'), 'utf8'))
  const [hostileFolder, vastFolder] = await Promise.all([
    build(scratch, 'hostile', hostile(features), hostileBase),
    build(scratch, 'vast', vast(), '/'),
  ])
  const servers: Server[] = []
  const serve = async (folder: string, base: string): Promise<BuiltSite> => {
    const server = await listen(folder, base)
    servers.push(server)
    return { address: `http://127.0.0.1:${String(portOf(server))}${base}`, folder, base }
  }
  project.provide('docs', await serve(dist, '/'))
  project.provide('hostile', await serve(hostileFolder, hostileBase))
  project.provide('vast', await serve(vastFolder, '/'))
  const browser = await launchServer()
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    for (const server of servers) {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Builds a site from a document and gives its folder; the output is shown only when it fails. */
async function build(scratch: string, name: string, document: unknown, base: string): Promise<string> {
  const contract = join(scratch, `${name}.json`)
  writeFileSync(contract, JSON.stringify(document))
  const folder = join(scratch, name)
  const settings = { DOCS_CONTRACT: contract, DOCS_OUT: folder, DOCS_BASE: base }
  const env = { ...cleanEnvironment(), ...settings, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  const astro = spawn('npx', ['astro', 'build'], { cwd: root, env, stdio: 'pipe' })
  let output = ''
  for (const stream of [astro.stdout, astro.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()))
  const code = await new Promise((done) => astro.on('close', done))
  if (code !== 0) throw new Error(`astro build of the ${name} site ended with ${String(code)}:\n${output}`)
  return folder
}

/** The environment without what Vitest adds: its `BASE_URL` would become the base of the site. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const added = /^(BASE_URL|DEV|MODE|PROD|SSR|TEST|VITEST.*)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !added.test(name)))
}

async function listen(folder: string, base: string): Promise<Server> {
  const server = staticServer(folder, base)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}
