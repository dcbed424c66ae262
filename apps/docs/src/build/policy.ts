import { createHash } from 'node:crypto'

/** The parts of the policy that differ between sites. */
export interface PolicySources {
  /** Hashes of the inline scripts that may run, as `sha256-…`. */
  scripts: readonly string[]
  /** Origins that the console may send to. */
  servers: readonly string[]
}

const loopback = ['http://localhost:*', 'http://127.0.0.1:*']

/**
 * The Content-Security-Policy of a page, without what a `<meta>` cannot carry.
 * Search needs WebAssembly; highlighted code of guides sets colours by `style` attributes.
 * @see https://www.w3.org/TR/CSP3/
 */
export function policy({ scripts, servers }: PolicySources): string {
  const hashes = scripts.map((hash) => `'${hash}'`)
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...new Set([...servers, ...loopback])].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** The same for a header, which can also forbid framing. */
export function headerPolicy(sources: PolicySources): string {
  return `${policy(sources)}; frame-ancestors 'none'`
}

/** The origins of servers that have a fixed one; a template such as `https://{region}.example` has not. */
export function originsOf(urls: readonly string[]): string[] {
  return urls.filter((url) => /^https?:\/\/[^{}/]+(\/|$)/.test(url)).map((url) => new URL(url).origin)
}

/** The inline scripts of a page; blocks of data are none. */
export function inlineScripts(html: string): string[] {
  const scripts = html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)
  return [...scripts]
    .filter(([, attributes = '']) => !/\bsrc=|type="application\/(ld\+)?json"/.test(attributes))
    .map(([, , body = '']) => body)
}

/** The hash of an inline script, as a policy names it. */
export function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`
}

/**
 * Puts the policy into a page, for hosts that cannot send headers.
 * @param html the page
 * @param trusted the hashes of the shell's own inline scripts
 * @param servers origins that the console may send to
 * @throws Error when the page has an inline script that the shell does not have: something was injected
 */
export function withPolicy(html: string, trusted: ReadonlySet<string>, servers: readonly string[]): string {
  const scripts = [...new Set(inlineScripts(html).map(hashOf))]
  const stranger = inlineScripts(html).find((script) => !trusted.has(hashOf(script)))
  if (stranger !== undefined) {
    throw new Error(
      `an inline script is not one of the shell's: ${stranger.trim().slice(0, 120)}. ` +
        'Move it to a file, or find out how it got into the page.',
    )
  }
  const meta = `<meta http-equiv="content-security-policy" content="${policy({ scripts, servers })}">`
  return html.replace(/<meta charset="utf-8"\/?>|<head>/, (start) => start + meta)
}
