import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { loadContract } from '../reference/contract.ts'
import { listOperations, readServers } from '../reference/operations.ts'
import { headersFile } from './headers-file.ts'
import { htmlFiles } from './html-files.ts'
import { hashOf, inlineScripts, originsOf, withPolicy } from './policy.ts'
import { writeSearchIndex } from './search-index.ts'

/** What is made once all pages are there: the policy of each page, the headers file, and the search index. */
export function finishSite(): AstroIntegration {
  let base = '/'
  return {
    name: 'finish-site',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir)
        protect(folder, base)
        const large = largePages(folder)
        if (large.length > 0) logger.warn(`above 100 kB of HTML: ${large.join(', ')}`)
        const count = await writeSearchIndex(folder)
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
