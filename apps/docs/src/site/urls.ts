const base = import.meta.env.BASE_URL.replace(/\/$/, '')

/**
 * The address of a page, or of a file, under the path that the site is published at.
 * @param path without a slash in front; empty for the first page
 * @param kind a page ends with a slash, a file does not
 */
export function href(path: string, kind: 'page' | 'file' = 'page'): string {
  const full = `${base}/${path}`
  return kind === 'file' || full.endsWith('/') ? full : `${full}/`
}

/** The path of a page without the site's own, and without slashes around it. */
export function pathOf(pathname: string): string {
  return (pathname.startsWith(base) ? pathname.slice(base.length) : pathname).replace(/^\/+|\/+$/g, '')
}

/** Where the Markdown twin of a page is; undefined for the page that says there is none. */
export function twinPath(pathname: string): string | undefined {
  const path = pathOf(pathname)
  return path.startsWith('404') ? undefined : href(`${path === '' ? 'index' : path}.md`, 'file')
}
