import type { OpenApiDocument } from '../samples/document.ts'
import { consoleData } from './data.ts'

/**
 * The markup of the console for an operation, for the page at build time. Without JavaScript it says so and leaves
 * the reader to the samples; nothing shifts when the script arrives, because the form is built when it is opened.
 * @throws Error when the document has no such operation.
 */
export function consoleHtml(document: OpenApiDocument, operationId: string): string {
  const json = JSON.stringify(consoleData(document, operationId)).replaceAll('<', String.raw`\u003c`)
  return [
    '<try-it><details class="try-it"><summary>Try it</summary>',
    '<p class="try-it-fallback">The console needs JavaScript. The samples work without it.</p></details>',
    `<script type="application/json">${json}</script></try-it>`,
  ].join('')
}
