import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
import type { Loader } from 'astro/loaders'
import { defineCollection, z } from 'astro:content'

/** Guides are written by hand; pages made from the contract take the same shell with a layout of their own. */
const layout = z.object({ layout: z.enum(['guide', 'reference']).default('guide') })

/** The guides are about this contract; a site made from another document has none. */
const none: Loader = { name: 'no-guides', load: () => Promise.resolve() }
const loader = process.env['DOCS_CONTRACT'] === undefined ? docsLoader() : none

const schema = docsSchema({ extend: layout })
let made: ReturnType<typeof schema> | undefined
/** Made once: the shell asks for it for every page. Guides have no images in their frontmatter, so that one fits all. */
const schemaOnce: typeof schema = (context) => (made ??= schema(context))

export const collections = {
  docs: defineCollection({ loader, schema: schemaOnce }),
}
