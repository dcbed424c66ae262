import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
import { defineCollection, z } from 'astro:content'

/** Guides are written by hand; pages made from the contract take the same shell with a layout of their own. */
const layout = z.object({ layout: z.enum(['guide', 'reference']).default('guide') })

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: layout }) }),
}
