import { getCollection } from 'astro:content'
import { changelog } from '../reference/changelog.ts'
import { errorCatalogue } from '../reference/error-catalogue.ts'
import { operationPage } from '../reference/operation-page.ts'
import type { Operation } from '../reference/operations/index.ts'
import { schemaPage } from '../reference/schema-page.ts'
import {
  errorsMarkdown,
  referenceMarkdown,
  schemaPageMarkdown,
  schemasMarkdown,
  tagMarkdown,
} from '../reference/twin/list-markdown.ts'
import { operationMarkdown, type SampleText } from '../reference/twin/operation-markdown.ts'
import { samplesOf } from '../samples/index.ts'
import { llmsText } from './llms.ts'
import { pageRoom, schemaUsage, site } from './site.ts'
import { href } from './urls.ts'

/** The Markdown twin of one page: its path without slashes around it, and how its text is made. */
export interface Twin {
  path: string
  text: () => string | Promise<string>
}

/** The twins of all pages. */
export async function twins(): Promise<Twin[]> {
  const index = site()
  const { document, operations, operationPaths, schemas, schemaPaths, tags, tagPaths } = index
  return [
    { path: 'index', text: llmsText },
    { path: 'reference', text: () => referenceMarkdown(index, twinHref) },
    { path: 'schemas', text: () => schemasMarkdown(index, twinHref) },
    { path: 'errors', text: () => errorsMarkdown(errorCatalogue(operations)) },
    { path: 'changelog', text: () => `# Changelog\n\n${changelog()}` },
    ...operations.map((operation) => ({
      path: operationPaths.get(operation.id) ?? '',
      text: () => operationMarkdown(operationPage(document, operation, pageRoom), sampleTexts(operation)),
    })),
    ...schemas.map((name) => ({
      path: schemaPaths.get(name) ?? '',
      text: () => schemaPageMarkdown(schemaPage(document, name, schemaUsage(), pageRoom)),
    })),
    ...tags.map(({ name }) => ({
      path: tagPaths.get(name) ?? '',
      text: () => tagMarkdown(index, name, twinHref),
    })),
    ...(await guideTwins()),
  ]
}

/** The address of the twin of a page. */
export function twinHref(path: string): string {
  return href(`${path}.md`, 'file')
}

async function guideTwins(): Promise<Twin[]> {
  const entries = await getCollection('docs')
  return entries
    .filter(({ id }) => id.startsWith('guides/'))
    .map(({ id, data, body }) => ({ path: id, text: () => `# ${data.title}\n\n${body ?? ''}\n` }))
}

function sampleTexts(operation: Operation): SampleText[] {
  if (operation.isWebhook) return []
  return samplesOf(site().document, operation).flatMap(({ summary, curl, typescript }) => [
    { title: `curl: ${summary}`, language: 'sh', code: curl },
    { title: `TypeScript: ${summary}`, language: 'ts', code: typescript },
  ])
}
