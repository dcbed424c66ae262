import { curl } from '../samples/curl.ts'
import { element } from './element.ts'
import type { ConsoleRequest, Outcome } from './send.ts'
import { notRunning } from './token.ts'

/** How much of a body is shown, in characters: more would freeze the page. */
const shown = 200_000

/** The circumstances that the text of a failure depends on. */
export interface Circumstances {
  readonly isSandbox: boolean
  /** True when the request changes something. */
  readonly changes: boolean
}

/** One sentence on what came of a request, as it is read out by a screen reader. */
export function summary(
  outcome: Outcome,
  request: ConsoleRequest,
  { isSandbox, changes }: Circumstances,
): string {
  const origin = URL.canParse(request.url) ? new URL(request.url).origin : request.url
  const doubt = changes
    ? ' The request may have been applied all the same: look whether it was before you send it again.'
    : ''
  if (outcome.kind === 'refused') return `Not sent. ${outcome.reason}`
  if (outcome.kind === 'cancelled') return `Cancelled after ${outcome.ms} ms.${doubt}`
  if (outcome.kind === 'answer') {
    return `${`${outcome.status} ${outcome.statusText}`.trim()} in ${outcome.ms} ms`
  }
  return isSandbox ? notRunning(origin) + doubt.replace('The', 'If it is, the') : unreachable(origin) + doubt
}

function unreachable(origin: string): string {
  return (
    `No answer that this page may read from ${origin}. The connection failed, or the server does not let web pages ` +
    'call it (CORS). The curl below works without a browser.'
  )
}

/** The details of an outcome: headers, body, and the curl for the request. */
export function details(outcome: Outcome, request: ConsoleRequest): Node[] {
  const nodes: Node[] = []
  if (outcome.kind === 'answer') {
    const lines = outcome.headers.map(([name, value]) => `${name}: ${value}`)
    nodes.push(
      block('Body', outcome.body === '' ? '(empty)' : readable(outcome.body), true),
      block('Headers that this page may read', lines.join('\n') || '(none)', false),
    )
  }
  nodes.push(
    block(
      'curl',
      curl(request),
      outcome.kind !== 'answer',
      copyButton(() => curl(request)),
    ),
  )
  return nodes
}

function block(title: string, text: string, open: boolean, ...more: Node[]): HTMLElement {
  const pre = element('pre', { tabindex: '0', 'aria-label': title }, element('code', {}, text))
  return element('details', { open }, element('summary', {}, title), pre, ...more)
}

/** JSON indented for reading, anything else as it is; cut where it gets too long to show. */
function readable(body: string): string {
  const text = indented(body)
  return text.length > shown ? `${text.slice(0, shown)}\n… ${text.length - shown} more characters` : text
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

function copyButton(text: () => string): HTMLElement {
  const button = element('button', { type: 'button' }, 'Copy')
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text()).then(
      () => (button.textContent = 'Copied'),
      () => (button.textContent = 'Copying is not allowed here'),
    )
  })
  return button
}
