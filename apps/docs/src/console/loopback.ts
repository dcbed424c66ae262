/** The origin of an address on this machine, such as `http://localhost:4010`; undefined for any other address. */
export function loopbackOrigin(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, hostname, origin } = new URL(address)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return isHere && /^https?:$/.test(protocol) ? origin : undefined
}
