import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { loadContract } from '../reference/contract.ts'
import { listOperations, readServers } from '../reference/operations/index.ts'
import { finishedPages, isFinishedPage } from './finished-pages.ts'
import { headersFile } from './headers-file.ts'
import { htmlFiles } from './html-files.ts'
import { hashOf, inlineScripts, originsOf, withPolicy } from './policy.ts'
import { SearchIndex } from './search-index.ts'

/** What is made of all pages: the search index as they come, the policy of each, and the headers file at the end. */
export function finishSite(): AstroIntegration {
  let base = '/'
  let search: SearchIndex | undefined
  const listen = (message: unknown) => {
    if (isFinishedPage(message)) search?.add(message)
  }
  return {
    name: 'finish-site',
    hooks: {
      'astro:config:setup': ({ addMiddleware }) => {
        addMiddleware({ entrypoint: new URL('./announce-pages.ts', import.meta.url), order: 'pre' })
      },
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`
      },
      'astro:build:start': async () => {
        search = await SearchIndex.start(base)
        finishedPages.subscribe(listen)
      },
      'astro:build:done': async ({ dir, logger }) => {
        finishedPages.unsubscribe(listen)
        const folder = fileURLToPath(dir)
        protect(folder, base)
        const large = largePages(folder)
        if (large.length > 0) logger.warn(`above 100 kB of HTML: ${large.join(', ')}`)
        const count = (await search?.write(folder)) ?? 0
        logger.info(`policy and search index for ${String(count)} pages`)
      },
    },
  }
}

/** The pages that are too heavy to be read on a phone, as paths in the folder. */
function largePages(folder: string): string[] {
  return htmlFiles(folder).filter((name) => statSync(join(folder, name)).size > 100_000)
}

/** Only scripts that the page without any contract text has are trusted. */
function protect(folder: string, base: string): void {
  const shell = readFileSync(join(folder, '404.html'), 'utf8')
  const trusted = new Set(inlineScripts(shell).map(hashOf))
  const document = loadContract()
  const servers = [...readServers([document]), ...listOperations(document).flatMap((one) => one.servers)]
  const origins = originsOf([...new Set(servers.map(({ url }) => url))])
  for (const name of htmlFiles(folder)) protectPage(join(folder, name), trusted, origins)
  writeFileSync(join(folder, '_headers'), headersFile({ scripts: [...trusted], servers: origins }, base))
}

function protectPage(file: string, trusted: ReadonlySet<string>, origins: readonly string[]): void {
  try {
    writeFileSync(file, withPolicy(readFileSync(file, 'utf8'), trusted, origins))
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
