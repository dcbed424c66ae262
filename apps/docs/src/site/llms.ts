import { operationLinks } from '../reference/twin/list-markdown.ts'
import { guides } from './guides.ts'
import { site } from './site.ts'
import { href } from './urls.ts'

const twin = (path: string) => href(`${path}.md`, 'file')

/**
 * The map of the site for programs that read text: every page as a link to its Markdown twin.
 * @see https://llmstxt.org/
 */
export async function llmsText(): Promise<string> {
  const index = site()
  const guideLinks = (await guides()).map(({ path, label, description }) => {
    return `- [${label}](${twin(path)})${description === undefined ? '' : `: ${description}`}`
  })
  const parts = [
    `# ${index.title}`,
    `> ${index.summary ?? 'API reference'} Unofficial: made from public documentation, not by the vendor.`,
    index.description?.trim(),
    guideLinks.length > 0 ? `## Guides\n\n${guideLinks.join('\n')}` : undefined,
    `## Operations\n\n${operationLinks(index, index.operations, twin)}`,
    [
      '## More',
      '',
      `- [Error catalogue](${twin('errors')}): every failure, its cause and its fix`,
      `- [Schemas](${twin('schemas')})`,
      `- [Changelog](${twin('changelog')})`,
      `- [OpenAPI document, JSON](${href('openapi.json', 'file')})`,
      `- [OpenAPI document, YAML](${href('openapi.yaml', 'file')})`,
    ].join('\n'),
  ]
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}
