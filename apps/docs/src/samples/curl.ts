import { shellWord } from './shell.ts'

/** A request as the curl sample shows it. */
export interface CurlRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | undefined
}

/** The environment variable that samples take the access token from. */
export const tokenVariable = 'COCKPIT_TOKEN'

/**
 * The curl command for a request, for a POSIX shell. The token is read from `$COCKPIT_TOKEN`, so that no secret ends
 * up in a page or in the shell's history.
 */
export function curl({ method, url, headers, body }: CurlRequest): string {
  const parts = [`curl ${method === 'GET' ? '' : `--request ${method} `}${shellWord(url)}`]
  parts.push(`--header "Authorization: Bearer $${tokenVariable}"`)
  for (const header of headers) parts.push(`--header ${shellWord(headerLine(header))}`)
  if (body !== undefined) parts.push(`--data-raw ${shellWord(body)}`)
  return parts.join(' \\\n  ')
}

/** curl drops a header whose value is empty, unless its name ends with a semicolon. */
function headerLine([name, value]: readonly [string, string]): string {
  return value === '' ? `${name};` : `${name}: ${value}`
}
