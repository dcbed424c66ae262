import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('the console costs a page at most 8 kB of script, compressed', async () => {
  const entry = fileURLToPath(new URL('./index.ts', import.meta.url))
  const options = { bundle: true, minify: true, format: 'esm', target: 'es2022', write: false } as const
  const { outputFiles } = await build({ entryPoints: [entry], ...options })
  const script = outputFiles.map(({ text }) => text).join('')
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(8 * 1024)
})
