import { headerPolicy, type PolicySources } from './policy.ts'

/**
 * The headers of every answer, in the `_headers` format that static hosts read. The local server reads the same
 * file, so that what is tested is what is published.
 * @param sources what the policy allows
 * @param base the path that the site is published under, with a slash at its end
 */
export function headersFile(sources: PolicySources, base: string): string {
  const everywhere = {
    'Content-Security-Policy': headerPolicy(sources),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  }
  const lasting = { 'Cache-Control': 'public, max-age=31536000, immutable' }
  return [rule(`${base}*`, everywhere), rule(`${base}_astro/*`, lasting)].join('\n')
}

function rule(path: string, headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)
  return [path, ...lines, ''].join('\n')
}
