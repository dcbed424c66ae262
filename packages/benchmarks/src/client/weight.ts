import { spawnSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** What one library weighs. */
export interface Weight {
  readonly name: string
  /** Bytes of the same program with it, minified; and after gzip. */
  readonly minified: number
  readonly gzip: number
  /** What `import()` of it takes in a new Node process, in milliseconds. */
  readonly importMs: number
}

const head = "{ 'X-Tenant': 't.example', Authorization: 'Bearer ' + token }"
const programs: Record<string, [module: string | undefined, source: string]> = {
  'bare fetch': [
    undefined,
    `export const create = async (url, token, body) => {
      const response = await fetch(url + '/v1/Customers', { method: 'POST', headers: { ...${head}, 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
      if (!response.ok) throw new Error(response.status)
      return response.json()
    }`,
  ],
  'openapi-fetch': [
    'openapi-fetch',
    `import createClient from 'openapi-fetch'
    export const create = async (baseUrl, token, body) => {
      const { data, error } = await createClient({ baseUrl, headers: ${head} }).POST('/v1/Customers', { body })
      if (error) throw error
      return data
    }`,
  ],
  '@cloudcockpit/client': [
    '@cloudcockpit/client',
    `import { createClient, unwrap } from '@cloudcockpit/client'
    export const create = (baseUrl, auth, body) =>
      unwrap(createClient({ baseUrl, auth, tenant: 't.example' }).POST('/v1/Customers', { body }))`,
  ],
  ky: [
    'ky',
    `import ky from 'ky'
    export const create = (url, token, json) => ky.post(url + '/v1/Customers', { json, headers: ${head} }).json()`,
  ],
  axios: [
    'axios',
    `import axios from 'axios'
    export const create = async (url, token, body) => (await axios.post(url + '/v1/Customers', body, { headers: ${head} })).data`,
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
        external: ['./reconcile-*'],
        write: false,
      })
      const bytes = outputFiles[0]?.contents ?? new Uint8Array()
      const gzip = gzipSync(bytes, { level: 9 }).length
      return { name, minified: bytes.length, gzip, importMs: module ? importTime(module, directory) : 0 }
    }),
  )
}

/** The median of five cold starts. */
function importTime(module: string, cwd: string): number {
  const source = `const began = performance.now(); await import('${module}'); console.log(performance.now() - began)`
  const times = Array.from({ length: 5 }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
      cwd,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`import of ${module} failed\n${stderr}`)
    return Number(stdout)
  })
  return times.toSorted((a, b) => a - b)[2] ?? NaN
}
