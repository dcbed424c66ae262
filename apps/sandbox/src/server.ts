import { argv, env, stderr, stdout } from 'node:process'
import { type Config, ConfigError, helpText, isLoopback, readConfig } from './config.ts'
import { readBundle } from './contract/document.ts'
import type { Sandbox } from './start.ts'
import { watchBundle } from './watch.ts'

const flags = argv.slice(2)
try {
  if (flags.includes('--help')) stdout.write(helpText())
  // Used by the build only, so that the first start is as quick as every other.
  else if (flags.includes('--build-snapshot')) await (await import('./db/snapshot.ts')).ensureSnapshot()
  else await serve(readConfig(flags, env))
} catch (error) {
  const isExpected = error instanceof ConfigError || error instanceof Error
  stderr.write(`${isExpected ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function serve(config: Config): Promise<void> {
  const started = performance.now()
  const sandbox = await start(config)
  stdout.write(greeting(sandbox, config, Math.round(performance.now() - started)))
  const stopWatching = config.watch ? watchBundle(async () => reload(sandbox)) : () => undefined
  let isStopping = false
  const stop = () => {
    // A second signal is for somebody who will not wait.
    if (isStopping) process.exit(1)
    isStopping = true
    stopWatching()
    sandbox.close().catch((error: unknown) => {
      stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = 1
    })
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** The database is opened while the rest of the program is read: each waits for other things than the other. */
async function start(config: Config): Promise<Sandbox> {
  const opening = import('./db/open.ts').then(async ({ openDatabase }) => openDatabase(config.database))
  // Whoever awaits it learns of a failure; until then it is not to end the process.
  opening.catch(() => undefined)
  const { startSandbox } = await import('./start.ts')
  return startSandbox({ ...config, openDatabase: async () => opening })
}

async function reload(sandbox: Sandbox): Promise<void> {
  try {
    await sandbox.reload(await readBundle())
    stdout.write('The contract has changed; the routes are reloaded, what is stored stays.\n')
  } catch (error) {
    // A contract in the middle of an edit: the old routes go on.
    stderr.write(`The routes stay as they were: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

function greeting(
  { url, tokenUrl, scope, credentials }: Sandbox,
  config: Config,
  milliseconds: number,
): string {
  const rows = credentials.map(
    ({ tenant, role, id, secret }) => `  ${tenant.padEnd(26)}  ${role.padEnd(8)}  ${id}  ${secret}`,
  )
  const note = isLoopback(config.host)
    ? 'The secrets are fixed and known to everybody: good for this machine only.'
    : 'The secrets are random and shown here once; a restart makes new ones.'
  return [
    `The CloudCockpit sandbox (unofficial) answers at ${url} after ${milliseconds} ms.`,
    ...(config.admin === 'off' ? [] : [`Latest requests, audit log, faults: ${url}/_sandbox/`]),
    `Tokens: POST ${tokenUrl}`,
    `Scope:  ${scope}`,
    '',
    `  ${'X-Tenant'.padEnd(26)}  ${'role'.padEnd(8)}  ${'client id'.padEnd(36)}  client secret`,
    ...rows,
    '',
    note,
    '',
  ].join('\n')
}
