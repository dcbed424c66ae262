import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Subject } from './contracts.ts'

/** A contract rendered as a site. */
export interface Rendered {
  renderer: string
  folder: string
  /** The address of the operation, without a slash in front. */
  page: string
  seconds: number
  pages: number
  /** The largest and the mean page, in bytes of HTML. */
  largest: number
  mean: number
  /** How many pages have more than 100 kB. */
  heavy: number
}

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const scalar = '@scalar/api-reference@1.72.1'

/** Our docs, built from the subject's contract. */
export function renderOurs(subject: Subject, scratch: string): Rendered {
  const folder = freshFolder(scratch, 'ours')
  const env = { ...process.env, DOCS_CONTRACT: subject.file, DOCS_OUT: folder, ASTRO_TELEMETRY_DISABLED: '1' }
  const seconds = timed(() => run('npx', ['astro', 'build'], join(root, 'apps/docs'), env))
  return measured('ours', folder, `reference/${subject.operationId}/`, seconds)
}

/**
 * `redocly build-docs`: one page with everything in it. The page imports its script from the vendor's network; for
 * the measurement the same script, which comes with the tool, stands beside it.
 * @throws Error when the page no longer imports that script: what is measured would be an empty page
 */
export function renderRedoc(subject: Subject, scratch: string): Rendered {
  const folder = freshFolder(scratch, 'redoc')
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const output = join(folder, 'index.html')
  const seconds = timed(() => {
    run('npx', ['redocly', 'build-docs', subject.file, '-o', output], root, env)
  })
  copyFileSync(
    join(root, 'node_modules/@redocly/cli/lib/chunks/redoc.standalone.js'),
    join(folder, 'redoc.js'),
  )
  const html = readFileSync(output, 'utf8')
  const local = html.replace(/(["'])https:\/\/[^"']*redoc\.standalone\.js\1/g, '"./redoc.js"')
  if (local === html) throw new Error(`${output}: no import of redoc.standalone.js. Has the tool changed?`)
  writeFileSync(output, local)
  return measured('redocly build-docs', folder, subject.anchors.redoc, seconds)
}

/** Scalar's standalone script with the contract beside it, as its documentation shows for a static page. */
export function renderScalar(subject: Subject, scratch: string): Rendered {
  const folder = freshFolder(scratch, 'scalar')
  const script = scalarScript(scratch)
  const seconds = timed(() => {
    copyFileSync(script, join(folder, 'scalar.js'))
    copyFileSync(subject.file, join(folder, 'openapi.json'))
    const page = [
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>API</title>',
      '<meta name="viewport" content="width=device-width, initial-scale=1"></head>',
      '<body><script id="api-reference" data-url="openapi.json"></script><script src="scalar.js"></script></body></html>',
    ]
    writeFileSync(join(folder, 'index.html'), page.join('\n'))
  })
  return measured('Scalar', folder, subject.anchors.scalar, seconds)
}

function scalarScript(scratch: string): string {
  const folder = join(scratch, 'scalar-package')
  const file = join(folder, 'package', 'dist', 'browser', 'standalone.js')
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  const packed = execFileSync('npm', ['pack', scalar, '--silent'], { cwd: folder, encoding: 'utf8' }).trim()
  execFileSync('tar', ['xf', packed.split('\n').at(-1) ?? packed], { cwd: folder })
  return file
}

function freshFolder(scratch: string, name: string): string {
  const folder = join(scratch, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

function run(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv): void {
  execFileSync(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'], maxBuffer: 2 ** 28 })
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

function measured(renderer: string, folder: string, page: string, seconds: number): Rendered {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  const sizes = files
    .filter((file) => file.isFile() && file.name.endsWith('.html'))
    .map((file) => statSync(join(file.parentPath, file.name)).size)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  return {
    renderer,
    folder,
    page,
    seconds,
    pages: sizes.length,
    largest: Math.max(...sizes),
    mean: total / sizes.length,
    heavy: sizes.filter((size) => size > 100_000).length,
  }
}
