import { existsSync, watchFile } from 'node:fs'
import { join } from 'node:path'
import { type AstroInlineConfig, dev } from 'astro'

/**
 * The docs in development, told by a change of the bundle to forget what they read of the contract: the pages read
 * it themselves, outside of what Vite watches. Only what comes of that one module is made anew, and of the pages the
 * one that is asked for; to forget everything would take three times as long.
 */
const [root, bundle, port] = process.argv.slice(2)
if (root === undefined || bundle === undefined) throw new Error('Name the folder of the docs and the bundle.')
const reader = join(root, 'src/reference/contract.ts')
if (!existsSync(reader)) throw new Error(`${reader} is gone. Name the module here that reads the bundle now.`)

type Vite = NonNullable<AstroInlineConfig['vite']>
type Plugin = Extract<NonNullable<Vite['plugins']>[number], { name: string }>

const followContract: Plugin = {
  name: 'follow-contract',
  configureServer({ environments, watcher }) {
    // The bundle is replaced by renaming, which watchers of files follow unreliably; its times are cheap to look at.
    watchFile(bundle, { interval: 100 }, () => {
      for (const { moduleGraph } of Object.values(environments)) {
        // Whatever imports a module is forgotten with it.
        for (const module of moduleGraph.getModulesByFile(reader) ?? []) moduleGraph.invalidateModule(module)
      }
      // Astro keeps its list of pages until a file changes that it watches.
      watcher.emit('change', bundle)
      environments.client.hot.send({ type: 'full-reload', path: '*' })
      process.send?.({ event: 'reloaded' })
    })
  },
}

const server = await dev({
  root,
  logLevel: 'error',
  server: { port: Number(port ?? 4321) },
  vite: { plugins: [followContract], clearScreen: false },
})
process.send?.({ event: 'ready', url: `http://localhost:${server.address.port}` })
process.on('disconnect', () => {
  void server.stop().finally(() => process.exit())
})
