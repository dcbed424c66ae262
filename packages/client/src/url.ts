import { defined } from './defined.ts'

/**
 * Checks an address that secrets are sent to: https, or http on this machine, and nothing but origin and path.
 * @throws TypeError when the address is not one to send secrets to
 */
export function safeAddress(address: string): string {
  const { origin, pathname, href } = new URL(address)
  const isSafe = /^https:|^http:\/\/((.+\.)?localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(origin)
  if (isSafe && origin + pathname === href) return address
  throw new TypeError(`${origin}: https or loopback only`)
}

/**
 * Fills the parameters into a path. A value cannot leave its segment: `..` and an empty value are errors.
 * @param path the path with `{name}` where a parameter stands
 * @throws Error when a parameter is missing, empty, or dots only
 */
export function fillPath(path: string, values: Record<string, unknown>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (typeof value !== 'string' || /^\.{0,2}$/.test(value))
      throw new Error(`path parameter ${name} is missing or unsafe`)
    return encodeURIComponent(value)
  })
}

/** Writes query parameters; what is null or undefined is left out. The contract's parameters are all single values. */
export function queryOf(values: Record<string, unknown>): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- URLSearchParams turns numbers and booleans into text
  return String(new URLSearchParams(defined(values) as Record<string, string>))
}
