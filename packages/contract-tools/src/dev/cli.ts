import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { contractRoot } from '@cloudcockpit/openapi/scripts/contract.ts'
import { watch } from 'chokidar'
import { inRepository, repositoryRoot } from '../shared/repository.ts'
import { followSaves } from './follow.ts'
import { Service } from './service.ts'

const help = `npm run dev [-- options]

Starts the docs and the sandbox, and follows every save under openapi/: lint, types, the client's type-check, the
sandbox's routes and the docs' pages. A contract with a problem changes nothing; the last good one stays served.

  --docs-port <port>      default 4321
  --sandbox-port <port>   default 4010
  --no-docs, --no-sandbox leave one out
  --help                  print this
`

const { values } = parseArgs({
  allowNegative: true,
  options: {
    'docs-port': { type: 'string', default: '4321' },
    'sandbox-port': { type: 'string', default: '4010' },
    docs: { type: 'boolean', default: true },
    sandbox: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) process.stdout.write(help)
else start()

function start(): void {
  const client = Service.fork(
    new URL('type-check-process.ts', import.meta.url),
    [inRepository('packages/client/tsconfig.json')],
    { name: 'client', print },
  )
  const generator = Service.fork(new URL('generate-process.ts', import.meta.url), [], {
    name: 'types',
    print,
  })
  const services = [client, generator]
  const save = followSaves({ generator, client, print })
  // The first round warms everything up, and mends what an edit without `npm run dev` left stale.
  void save([]).then(async () => {
    if (values.sandbox && existsSync(inRepository('apps/sandbox/src/server.ts')))
      services.push(startSandbox(values['sandbox-port'], print, (line) => save.notice('sandbox', line)))
    if (values.docs && existsSync(inRepository('apps/docs/astro.config.ts')))
      services.push(startDocs(values['docs-port'], print, () => save.notice('docs', 'open pages reload')))
    await save.warmUp()
    print('ready   every save under openapi/ is followed')
  })
  const watched = ['openapi.yaml', 'redocly.yaml', 'paths', 'components', 'rules'].map((name) =>
    join(contractRoot, name),
  )
  const watcher = watch(watched, { ignoreInitial: true })
  watcher.on('all', (_, path) => {
    void save([relative(repositoryRoot, path)])
  })
  const stop = () => {
    for (const service of services) service.stop()
    void watcher.close().finally(() => process.exit())
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function startDocs(port: string, print: (line: string) => void, reloaded: () => void): Service {
  const root = inRepository('apps/docs')
  return Service.fork(
    new URL('docs-process.ts', import.meta.url),
    [root, `${contractRoot}dist/openapi.json`, port],
    {
      name: 'docs',
      cwd: root,
      print,
      onEvent: (event) => {
        if (event.event === 'ready') print(`docs    ${String(event['url'])}`)
        if (event.event === 'reloaded') reloaded()
      },
    },
  )
}

/** The sandbox follows the bundle by itself; its lines say when. */
function startSandbox(port: string, print: (line: string) => void, said: (line: string) => void): Service {
  return Service.spawn([process.execPath, '--import', 'tsx', 'src/server.ts', '--watch', '--port', port], {
    name: 'sandbox',
    cwd: inRepository('apps/sandbox'),
    print: (line) => {
      if (/reload/i.test(line)) said(line.replace(/^sandbox\s+/, ''))
      else print(line)
    },
  })
}
