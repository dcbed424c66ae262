import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { staticServer } from '../../src/serve/static-server.ts'
import { hasChromium } from './chromium.ts'
import { portOf } from './port.ts'
import { hostile } from './hostile.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address and folder of the built docs, or undefined when there is no browser. */
    docs: BuiltSite | undefined
    /** The same for a site made from a hostile document, published under a path. */
    hostile: BuiltSite | undefined
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

/** Serves the built docs, builds and serves the hostile site, and stops both at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!hasChromium()) {
    project.provide('docs', undefined)
    project.provide('hostile', undefined)
    return () => Promise.resolve()
  }
  const dist = join(root, 'dist')
  if (!existsSync(join(dist, '_headers'))) {
    throw new Error('The docs are not built. Run `npm run build -w @cloudcockpit/docs` first.')
  }
  const scratch = mkdtempSync(join(tmpdir(), 'docs-hostile-'))
  const folder = await buildHostile(scratch)
  const servers = [await listen(dist, '/'), await listen(folder, hostileBase)]
  const [docs, other] = servers
  project.provide('docs', docs && siteOf(docs, dist, '/'))
  project.provide('hostile', other && siteOf(other, folder, hostileBase))
  return async () => {
    for (const server of servers) {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function buildHostile(scratch: string): Promise<string> {
  const contract = join(scratch, 'contract.json')
  const features: unknown = JSON.parse(readFileSync(join(root, 'test/fixtures/features.json'), 'utf8'))
  writeFileSync(contract, JSON.stringify(hostile(features)))
  const folder = join(scratch, 'site')
  await build({ DOCS_CONTRACT: contract, DOCS_OUT: folder, DOCS_BASE: hostileBase })
  return folder
}

/** Builds a site with settings of its own; its output is shown only when it fails. */
async function build(settings: Record<string, string>): Promise<void> {
  const env = { ...cleanEnvironment(), ...settings, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  const astro = spawn('npx', ['astro', 'build'], { cwd: root, env, stdio: 'pipe' })
  let output = ''
  for (const stream of [astro.stdout, astro.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()))
  const code = await new Promise((done) => astro.on('close', done))
  if (code !== 0) throw new Error(`astro build ended with ${String(code)}:\n${output}`)
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

function siteOf(server: Server, folder: string, base: string): BuiltSite {
  const port = portOf(server)
  return { address: `http://127.0.0.1:${String(port)}${base}`, folder, base }
}
