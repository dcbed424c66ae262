import { defineConfig } from 'astro/config'
import starlight from '@astrojs/starlight'
import { finishSite } from './src/build/finish-site.ts'

/** Where the site is published, and under which path; both may be set for another host. */
const site = process.env['DOCS_SITE'] || 'https://docs.cloudcockpit.example'
const base = process.env['DOCS_BASE'] || '/'
const out = process.env['DOCS_OUT']
const styles = ['theme', 'reference', 'operation', 'properties', 'code', 'lists', 'search', 'print']
const socialImage = new URL(`${base.replace(/\/$/, '')}/social.png`, site).href

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  outDir: out ?? './dist',
  // A build of another document keeps its own cache, so that builds may run side by side.
  cacheDir: out === undefined ? './node_modules/.astro' : `${out}.cache`,
  build: { concurrency: 4, inlineStylesheets: 'never' },
  // Scripts stay in files: the policy then needs fewer hashes, and pages share them.
  vite: { build: { assetsInlineLimit: 0 } },
  integrations: [
    starlight({
      title: 'CloudCockpit API',
      description: 'Unofficial docs of the CloudCockpit API, rendered from its OpenAPI contract.',
      favicon: '/favicon.svg',
      head: [
        { tag: 'meta', attrs: { property: 'og:image', content: socialImage } },
        { tag: 'meta', attrs: { property: 'og:image:alt', content: 'CloudCockpit API, unofficial docs' } },
      ],
      // Search is wired in `finishSite` and `Search.astro`: results say where on a page a property stands.
      pagefind: false,
      sidebar: [{ label: 'Guides', autogenerate: { directory: 'guides' } }],
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      customCss: styles.map((name) => `./src/styles/${name}.css`),
      credits: false,
      disable404Route: true,
      // Code of guides looks like code of the reference.
      expressiveCode: {
        defaultProps: { frame: 'none' },
        styleOverrides: {
          borderRadius: '0.5rem',
          borderColor: 'var(--sl-color-hairline)',
          codeBackground: 'var(--panel)',
        },
      },
      components: {
        ContentPanel: './src/overrides/ContentPanel.astro',
        Footer: './src/overrides/Footer.astro',
        Head: './src/overrides/Head.astro',
        MarkdownContent: './src/overrides/MarkdownContent.astro',
        PageTitle: './src/overrides/PageTitle.astro',
        Search: './src/overrides/Search.astro',
        Sidebar: './src/overrides/Sidebar.astro',
      },
    }),
    finishSite(),
  ],
})
