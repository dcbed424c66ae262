import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** A program, and how large it may become: bytes of minified ESM after gzip. */
export interface SizeGate {
  readonly name: string
  readonly source: string
  readonly limit: number
}

/** The programs whose size is promised. */
export const sizeGates: readonly SizeGate[] = [
  {
    name: 'createClient, clientCredentials, unwrap',
    limit: 5 * 1024,
    source: `import { clientCredentials, createClient, unwrap } from '@cloudcockpit/client'
      const auth = clientCredentials({ clientId: 'id', clientSecret: 'secret' })
      const cockpit = createClient({ tenant: 'portal.example', auth })
      export const create = (body) => unwrap(cockpit.POST('/v1/Customers', { body }))`,
  },
  { name: 'every export', limit: 7 * 1024, source: `export * from '@cloudcockpit/client'` },
]

/**
 * Bundles a program as an application would, and gives its bytes after minification and gzip.
 * @param directory where its imports are resolved
 * @param lazy whether to count what is loaded only when `error.reconcile()` runs; bundlers of applications keep it apart
 */
export async function sizeOf(source: string, directory: string, lazy: boolean): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: directory },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
    external: lazy ? [] : ['./reconcile.js'],
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}
