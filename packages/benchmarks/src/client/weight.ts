import { spawnSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { median } from './statistics.ts'

/** What one library weighs. */
export interface Weight {
  readonly name: string
  /** Bytes of the same program with it, minified; and after gzip. */
  readonly minified: number
  readonly gzip: number
  /** What `import()` of it takes in a new Node process, in milliseconds. */
  readonly importMs: number
}

/** What every program but ours must do by hand: ask for a token, in the shortest way, without any of our care for it. */
const token = `const tokenOf = async ({ tokenUrl, clientId, clientSecret, scope }) => {
  const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, scope, grant_type: 'client_credentials' })
  const response = await fetch(tokenUrl, { method: 'POST', body })
  if (!response.ok) throw new Error(response.status)
  return (await response.json()).access_token
}
const headersOf = async (access) => ({ 'X-Tenant': 't.example', Authorization: 'Bearer ' + (await tokenOf(access)), 'X-Correlation-Id': crypto.randomUUID() })
`
/** The same program with each library: a token by client credentials, then a create; a failure throws. */
const programs: Record<string, [module: string | undefined, source: string]> = {
  'bare fetch': [
    undefined,
    `${token}
    export const create = async (url, access, body) => {
      const headers = { ...(await headersOf(access)), 'Content-Type': 'application/json' }
      const response = await fetch(url + '/v1/Customers', { method: 'POST', headers, body: JSON.stringify(body) })
      if (!response.ok) throw new Error(response.status)
      return response.json()
    }`,
  ],
  'openapi-fetch': [
    'openapi-fetch',
    `import createClient from 'openapi-fetch'
    ${token}
    export const create = async (baseUrl, access, body) => {
      const headers = await headersOf(access)
      const { data, error, response } = await createClient({ baseUrl, headers }).POST('/v1/Customers', { body })
      if (!response.ok) throw error
      return data
    }`,
  ],
  '@cloudcockpit/client': [
    '@cloudcockpit/client',
    `import { clientCredentials, createClient, unwrap } from '@cloudcockpit/client'
    export const create = (baseUrl, access, body) =>
      unwrap(createClient({ baseUrl, tenant: 't.example', auth: clientCredentials(access) }).POST('/v1/Customers', { body }))`,
  ],
  ky: [
    'ky',
    `import ky from 'ky'
    ${token}
    export const create = async (url, access, json) => ky.post(url + '/v1/Customers', { json, headers: await headersOf(access) }).json()`,
  ],
  axios: [
    'axios',
    `import axios from 'axios'
    ${token}
    export const create = async (url, access, body) => (await axios.post(url + '/v1/Customers', body, { headers: await headersOf(access) })).data`,
  ],
}

/** Weighs the same program with each library. */
export async function measureWeights(directory: string): Promise<Weight[]> {
  return Promise.all(
    Object.entries(programs).map(async ([name, [module, source]]) => {
      const { outputFiles } = await build({
        stdin: { contents: source, resolveDir: directory },
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'es2022',
        platform: 'browser',
        legalComments: 'none',
        // Loaded only when error.reconcile() runs.
        external: ['./reconcile.js'],
        write: false,
      })
      const bytes = outputFiles[0]?.contents ?? new Uint8Array()
      const gzip = gzipSync(bytes, { level: 9 }).length
      return { name, minified: bytes.length, gzip, importMs: module ? importTime(module, directory) : 0 }
    }),
  )
}

/** The median of nine cold starts. */
function importTime(module: string, cwd: string): number {
  const source = `const began = performance.now(); await import('${module}'); console.log(performance.now() - began)`
  const times = Array.from({ length: 9 }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
      cwd,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`import of ${module} failed\n${stderr}`)
    return Number(stdout)
  })
  return median(times)
}
