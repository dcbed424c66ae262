import type { MiddlewareHandler } from 'astro'
import { finishedPages } from './finished-pages.ts'

/** Announces each page of a build as soon as it is rendered, when somebody listens. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next()
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true
  if (!isPage || !finishedPages.hasSubscribers) return response
  const html = await response.text()
  finishedPages.publish({ path: url.pathname, html })
  return new Response(html, response)
}
