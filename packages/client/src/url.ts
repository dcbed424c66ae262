/**
 * Checks an address that secrets are sent to: https, or http on this machine, and nothing but origin and path.
 * @throws TypeError when the address is not one to send secrets to
 */
export function safeAddress(address: string): string {
  const { protocol, hostname, origin, pathname, href } = new URL(address)
  const isLoopback = /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  if (origin + pathname === href && (protocol === 'https:' || (isLoopback && protocol === 'http:')))
    return address
  throw new TypeError(`${origin} must be https (or http on loopback), without credentials, query or fragment`)
}

/**
 * Fills the parameters into a path. A value cannot leave its segment: `..` and an empty value are errors.
 * @param path the path with `{name}` where a parameter stands
 * @throws Error when a parameter is missing, empty, or dots only
 */
export function fillPath(path: string, values: Record<string, unknown>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(values[name] ?? '')
    if (/^\.{0,2}$/.test(value)) throw new Error(`path parameter ${name} is missing or not a path segment`)
    return encodeURIComponent(value)
  })
}

/** Writes query parameters: scalars, and arrays as repeated parameters; null and undefined are left out. */
export function queryOf(values: object): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) if (one !== null && one !== undefined) query.append(name, String(one))
  return String(query)
}
