import { getCollection } from 'astro:content'
import type { GuideLink } from '../reference/navigation.ts'

let links: Promise<GuideLink[]> | undefined

/** All guides in their order, read once per build. */
export function guides(): Promise<GuideLink[]> {
  links ??= getCollection('docs').then((entries) =>
    entries
      .filter(({ id }) => id.startsWith('guides/'))
      .sort((left, right) => orderOf(left.data) - orderOf(right.data) || left.id.localeCompare(right.id))
      .map(({ id, data }) => ({
        path: id,
        label: data.sidebar.label ?? data.title,
        description: data.description,
      })),
  )
  return links
}

function orderOf({ sidebar }: { sidebar: { order?: number | undefined } }): number {
  return sidebar.order ?? Number.MAX_SAFE_INTEGER
}
