import type { ErrorStatus } from '../error-catalogue.ts'
import type { Operation } from '../operations/index.ts'
import { firstSentence } from '../prose.ts'
import type { SchemaPage } from '../schema-page.ts'
import type { SiteIndex } from '../site-index.ts'
import { statusText } from '../status.ts'
import { exampleMarkdown } from './operation-markdown.ts'
import { nodeLine, schemaMarkdown } from './schema-markdown.ts'

/** How pages are linked: from a path without slashes around it to the address of its Markdown twin. */
export type LinkTo = (path: string) => string

/** The page of a schema as Markdown. */
export function schemaPageMarkdown({ name, node, usage }: SchemaPage): string {
  const users = [...usage.operations, ...usage.schemas]
  const lines = [`# ${name}`, '', `- ${nodeLine(node)}`, ...schemaMarkdown(node, 1), '']
  return [...lines, `Used by: ${users.length === 0 ? 'nothing' : users.join(', ')}`, ''].join('\n')
}

/** A list of operations as Markdown, each linked to its twin. */
export function operationLinks(index: SiteIndex, operations: readonly Operation[], to: LinkTo): string {
  return operations
    .map(({ id, method, path, summary, description }) => {
      const said = firstSentence(description)
      const target = to(index.operationPaths.get(id) ?? 'reference')
      return `- [${summary}](${target}): \`${method} ${path}\`${said === undefined ? '' : `. ${said}`}`
    })
    .join('\n')
}

/** The list of all operations as Markdown. */
export function referenceMarkdown(index: SiteIndex, to: LinkTo): string {
  const parts = index.tags.map((tag) => tagMarkdown(index, tag.name, to, '##'))
  return `# Reference\n\n${parts.join('\n')}`
}

/** One tag with its operations as Markdown. */
export function tagMarkdown(index: SiteIndex, name: string, to: LinkTo, level = '#'): string {
  const tag = index.tags.find((candidate) => candidate.name === name)
  if (tag === undefined) return `${level} ${name}\n`
  const description = tag.description === undefined ? '' : `${tag.description.trim()}\n\n`
  return `${level} ${name}\n\n${description}${operationLinks(index, tag.operations, to)}\n`
}

/** The list of all schemas as Markdown. */
export function schemasMarkdown(index: SiteIndex, to: LinkTo): string {
  const links = index.schemas.map((name) => `- [${name}](${to(index.schemaPaths.get(name) ?? 'schemas')})`)
  return `# Schemas\n\n${links.join('\n')}\n`
}

/** The error catalogue as Markdown. */
export function errorsMarkdown(statuses: readonly ErrorStatus[]): string {
  const parts = statuses.flatMap(({ status, meanings, cases }) => [
    '',
    `## ${status} ${statusText(status)}`.trimEnd(),
    ...meanings.flatMap(({ text }) => ['', text.trim()]),
    ...cases.flatMap(({ example }) => exampleMarkdown(example)),
  ])
  return `# Error catalogue\n${parts.join('\n')}\n`
}
