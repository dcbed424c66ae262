import { type Json, objectsIn, memberOf, textAt, textsIn } from '../contract/json.ts'
import type { RecentRequest } from '../recent-requests.ts'
import { mask } from './mask.ts'
import { style } from './page-style.ts'

const shownErrors = 3

/**
 * The page at `/_sandbox/`: the latest requests with their answers and errors.
 * @param requests newest first
 * @param isRevealed whether sensitive properties are shown
 */
export function page(requests: readonly RecentRequest[], isRevealed: boolean): string {
  const toggle = isRevealed
    ? '<a href="/_sandbox/">Mask sensitive properties</a>'
    : '<a href="/_sandbox/?reveal=true">Show sensitive properties</a>'
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sandbox: latest requests</title><style>${style}</style></head>
<body><main><h1>Latest requests</h1>
<p class="quiet">The sandbox of the CloudCockpit API (unofficial). Newest first; load the page again to see more.</p>
<nav aria-label="What else there is">${toggle} <a href="/_sandbox/audit">Audit log</a> <a href="/_sandbox/customers">Customers</a>
<a href="/_sandbox/resellers">Resellers</a> <a href="/_sandbox/faults">Planned faults</a> <a href="/_sandbox/openapi.json">Admin API</a></nav>
${requests.length === 0 ? '<p>No requests yet.</p>' : `<ol>${requests.map((each) => entry(each, isRevealed)).join('\n')}</ol>`}
</main></body></html>
`
}

function entry(request: RecentRequest, isRevealed: boolean): string {
  const { at, method, path, status, operationId = '', milliseconds, correlationId, clientId } = request
  const kind = status >= 400 ? 'status bad' : 'status'
  return `<li><details><summary><span class="${kind}">${status}</span>
<code class="what">${escape(`${method} ${path}`)}</code>
<span class="quiet"><time datetime="${escape(at)}">${escape(at.slice(11, 19))}</time> · ${milliseconds} ms</span>${why(request)}</summary>
<div class="inside"><dl><dt>Operation</dt><dd>${escape(operationId)}</dd>
<dt>Correlation id</dt><dd><code>${escape(correlationId)}</code></dd>
<dt>Caller</dt><dd><code>${escape(clientId ?? 'unknown')}</code></dd></dl>
<div class="bodies">${block('Sent', request.request, isRevealed)}${block('Answered', request.answer, isRevealed)}</div></div></details></li>`
}

/** What an error answer says, in sight without opening anything; it repeats no value that the caller sent. */
function why({ status, answer }: RecentRequest): string {
  const description = status < 400 ? undefined : textAt(answer, 'description')
  if (description === undefined) return ''
  const errors = objectsIn(memberOf(answer, 'errors'))
  const lines = errors
    .slice(0, shownErrors)
    .map((each) => `${textAt(each, 'propertyName') ?? ''}: ${textsIn(each['description']).join(' ')}`)
  const rest = errors.length - lines.length
  const all = lines.length === 0 ? [description] : lines
  if (rest > 0) all.push(`and ${rest} more`)
  return `<span class="why">${all.map((line) => `<span>${escape(line)}</span>`).join('')}</span>`
}

function block(title: string, body: Json | undefined, isRevealed: boolean): string {
  const text =
    body === undefined || body === null
      ? '<p class="quiet">no body</p>'
      : `<pre tabindex="0">${escape(JSON.stringify(isRevealed ? body : mask(body), null, 2))}</pre>`
  return `<section><h2>${title}</h2>${text}</section>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
