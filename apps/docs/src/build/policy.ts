import { createHash } from 'node:crypto'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

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

/**
 * The inline scripts of a page; blocks of data are none. Text that only looks like a script, in an attribute say, is
 * none either: when the quick look finds a script that is not trusted, the page is parsed as a browser would.
 * @param html the page
 * @param trusted hashes that need no closer look
 */
export function inlineScripts(html: string, trusted: ReadonlySet<string> = new Set()): string[] {
  const looksLike = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\bsrc=|type="application\/(ld\+)?json"/.test(attributes))
    .map(([, , body = '']) => body)
  return looksLike.every((script) => trusted.has(hashOf(script))) ? looksLike : parsedScripts(parse(html))
}

function parsedScripts(node: Node): string[] {
  if (node.nodeName !== 'script' || !('attrs' in node)) {
    return 'childNodes' in node ? node.childNodes.flatMap(parsedScripts) : []
  }
  const attribute = (name: string) => node.attrs.find((candidate) => candidate.name === name)?.value
  if (attribute('src') !== undefined || (attribute('type') ?? '').endsWith('json')) return []
  return [node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')]
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
  const inline = inlineScripts(html, trusted)
  const scripts = [...new Set(inline.map(hashOf))]
  const stranger = inline.find((script) => !trusted.has(hashOf(script)))
  if (stranger !== undefined) {
    throw new Error(
      `an inline script is not one of the shell's: ${stranger.trim().slice(0, 120)}. ` +
        'Move it to a file, or find out how it got into the page.',
    )
  }
  const meta = `<meta http-equiv="content-security-policy" content="${policy({ scripts, servers })}">`
  // The encoding comes first, so that it is within the part of the page in which browsers look for it.
  const start = /<meta charset="utf-8"\/?>/.test(html) ? /<meta charset="utf-8"\/?>/ : /<head>/
  return html.replace(start, (found) => found + meta)
}
