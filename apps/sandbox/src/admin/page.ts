import type { Json } from '../contract/json.ts'
import type { RecentRequest } from '../recent-requests.ts'
import { mask } from './mask.ts'

/** The page's only style; the Content-Security-Policy of the page allows it and nothing else. */
export const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ccc;vertical-align:top}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f4f4;padding:.6rem;margin:.3rem 0}code{font-size:.9em}
.bad{color:#a40000;font-weight:600}`

/**
 * The page at `/_sandbox/`: the latest requests with their answers and errors.
 * @param requests newest first
 * @param isRevealed whether sensitive properties are shown
 */
export function page(requests: readonly RecentRequest[], isRevealed: boolean): string {
  const rows = requests.map((request) => row(request, isRevealed))
  const toggle = isRevealed
    ? '<a href="/_sandbox/">Mask sensitive properties</a>'
    : '<a href="/_sandbox/?reveal=true">Show sensitive properties</a>'
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sandbox: latest requests</title><style>${style}</style></head>
<body><main><h1>Latest requests</h1>
<p>${toggle} · <a href="/_sandbox/audit">Audit log</a> · <a href="/_sandbox/customers">Customers</a> ·
<a href="/_sandbox/resellers">Resellers</a> · <a href="/_sandbox/faults">Faults</a> ·
<a href="/_sandbox/openapi.json">OpenAPI of this admin API</a></p>
${
  requests.length === 0
    ? '<p>No requests yet. Send one to this address and load the page again.</p>'
    : `<table>
<thead><tr><th scope="col">Time</th><th scope="col">Request</th><th scope="col">Status</th><th scope="col">Details</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`
}
</main></body></html>
`
}

function row(request: RecentRequest, isRevealed: boolean): string {
  const time = escape(request.at.slice(11, 23))
  const status = request.status >= 400 ? `<span class="bad">${request.status}</span>` : String(request.status)
  return `<tr><td><time datetime="${escape(request.at)}">${time}</time></td>
<td><code>${escape(`${request.method} ${request.path}`)}</code></td><td>${status}</td>
<td><details><summary>${escape(request.operationId ?? '')}, ${request.milliseconds} ms</summary>
<p>Correlation id <code>${escape(request.correlationId)}</code>, caller <code>${escape(request.clientId ?? 'unknown')}</code></p>
${block('Sent', request.request, isRevealed)}${block('Answered', request.answer, isRevealed)}</details></td></tr>`
}

function block(title: string, body: Json | undefined, isRevealed: boolean): string {
  if (body === undefined || body === null) return `<p>${title}: no body</p>`
  return `<p>${title}:</p><pre>${escape(JSON.stringify(isRevealed ? body : mask(body), null, 2))}</pre>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
