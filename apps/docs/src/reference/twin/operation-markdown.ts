import type { ContentView, OperationPage, ParameterView, ResponseView } from '../operation-page.ts'
import type { Example } from '../operations/index.ts'
import { statusText } from '../status.ts'
import { nodeLine, oneLine, schemaMarkdown } from './schema-markdown.ts'

/** A sample of a request in one language. */
export interface SampleText {
  title: string
  language: string
  code: string
}

/**
 * The page of an operation as Markdown.
 * @param page what the page shows
 * @param samples the samples beside it
 */
export function operationMarkdown(page: OperationPage, samples: readonly SampleText[]): string {
  const { operation, requestBody } = page
  const lines = [
    `# ${operation.summary}`,
    '',
    `\`${operation.isWebhook ? 'WEBHOOK' : operation.method} ${operation.path}\` (operation \`${operation.id}\`)`,
    ...(operation.deprecated ? ['', 'Deprecated.'] : []),
    ...block(operation.description),
    ...glance(page),
    ...page.parameterGroups.flatMap(({ title, parameters }) => [
      '',
      `## ${title}`,
      '',
      ...parameters.flatMap(parameterMarkdown),
    ]),
    ...(requestBody === undefined
      ? []
      : [
          '',
          `## Request body${requestBody.required ? ' (required)' : ''}`,
          ...block(requestBody.description),
          ...requestBody.contents.flatMap(contentMarkdown),
          ...requestBody.unsampled.flatMap(({ examples }) => examples.flatMap(exampleMarkdown)),
        ]),
    '',
    '## Responses',
    ...page.responses.flatMap(responseMarkdown),
    ...samplesMarkdown(samples),
  ]
  return `${lines.join('\n')}\n`
}

function glance({ operation, security }: OperationPage): string[] {
  const { marks, servers } = operation
  const ways = security.map(({ schemes }) =>
    schemes.map(({ name, kind }) => `${name} (${kind})`).join(' and '),
  )
  const facts: [string, string | undefined][] = [
    [
      'Servers',
      servers.map(({ url, environment }) => [url, environment].filter(Boolean).join(' ')).join(', '),
    ],
    ['Authorization', ways.join(' or ')],
    ['Roles', marks.roles.join(', ')],
    ['Safe to send again', marks.retry === undefined ? undefined : marks.retry === 'safe' ? 'yes' : 'no'],
    [
      'After a lost answer',
      marks.reconcile && `${marks.reconcile.operationId} by ${marks.reconcile.match.join(', ')}`,
    ],
    ['Sandbox', marks.inSandbox ? undefined : 'not there yet: it answers 501'],
    ['Publicly documented', marks.coverage],
    ['Left open by the documentation', marks.unknown.map(oneLine).join(' ')],
  ]
  const said = facts.filter(([, value]) => value !== undefined && value !== '')
  return said.length === 0 ? [] : ['', ...said.map(([label, value]) => `- ${label}: ${value ?? ''}`)]
}

function parameterMarkdown({ parameter: { name, required }, node }: ParameterView): string[] {
  return [`- \`${name}\` ${required ? '(required) ' : ''}${nodeLine(node)}`, ...schemaMarkdown(node, 1)]
}

function contentMarkdown({ mediaType, node }: ContentView): string[] {
  const body = node === undefined ? [] : [`- ${nodeLine(node)}`, ...schemaMarkdown(node, 1)]
  return ['', `Content type \`${mediaType}\``, '', ...body]
}

function responseMarkdown({
  status,
  description,
  inferred,
  headers,
  contents,
  links,
}: ResponseView): string[] {
  return [
    '',
    `### ${status} ${statusText(status)}`.trimEnd(),
    ...block(description),
    ...(inferred === undefined ? [] : ['', `Inferred: ${oneLine(inferred)}`]),
    ...(headers.length > 0 ? ['', 'Headers:', '', ...headers.flatMap(parameterMarkdown)] : []),
    ...contents.flatMap(contentMarkdown),
    ...contents.flatMap(({ examples }) => examples.flatMap(exampleMarkdown)),
    ...links.map(({ name, operationId }) => `\nLeads to: ${operationId ?? name}`),
  ]
}

/** An example with what causes it and what to do, and its value. */
export function exampleMarkdown({ summary, description, inferred, value }: Example): string[] {
  return [
    '',
    `Example: ${summary}`,
    ...block(description),
    ...(inferred === undefined ? [] : ['', `Inferred: ${oneLine(inferred)}`]),
    ...fenced('json', JSON.stringify(value, null, 2)),
  ]
}

function samplesMarkdown(samples: readonly SampleText[]): string[] {
  if (samples.length === 0) return []
  return [
    '',
    '## Samples',
    ...samples.flatMap(({ title, language, code }) => ['', title, ...fenced(language, code)]),
  ]
}

/** A fence longer than any run of backticks in the code. */
function fenced(language: string, code: string): string[] {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return ['', fence + language, code.trimEnd(), fence]
}

function block(text: string | undefined): string[] {
  return text === undefined ? [] : ['', text.trim()]
}
