/** True for the header that names the tenant. */
export function isTenant(name: string): boolean {
  return name.toLowerCase() === 'x-tenant'
}

/** True for the header that names the request in the API's logs. */
export function isCorrelationId(name: string): boolean {
  return name.toLowerCase() === 'x-correlation-id'
}

/** A new random UUID, also on pages that are not served from a secure origin. */
export function newId(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ].join('-')
}
