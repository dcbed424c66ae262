import type { AstroIntegration } from 'astro'

/** What is made once all pages are there: the search index, the policy of each page, and the files for hosts. */
export function finishSite(): AstroIntegration {
  return {
    name: 'finish-site',
    hooks: {
      'astro:build:done': () => {
        // next step
      },
    },
  }
}
