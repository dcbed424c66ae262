/**
 * Checks what is to become a header, before anything is sent. The platform's own check would let Latin-1 pass and
 * quotes the value, which may be a secret, in its error.
 * @throws Error when the value holds anything but printable ASCII
 */
export function checkHeader(name: string, value: unknown): string {
  if (typeof value !== 'string' || /[^\t -~]/.test(value))
    throw new Error(`header ${name} is not printable ASCII`)
  return value
}

/**
 * Reads a Retry-After header in its two forms, seconds and HTTP date.
 * @returns milliseconds from now; undefined when it is absent or neither form
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('Retry-After') ?? ''
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0)
}
