import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new client secret: 32 random bytes as text. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret. Secrets are long and random, so one round of SHA-256 is enough. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/**
 * Compares a secret with a stored hash in a time that does not depend on either.
 * @param secret what the caller sent
 * @param hash what is stored; undefined for an unknown client, which takes just as long
 */
export function isSecret(secret: string, hash: string | undefined): boolean {
  const sent = Buffer.from(hashSecret(secret), 'hex')
  const known = Buffer.from(hash ?? hashSecret('nobody'), 'hex')
  return timingSafeEqual(sent, known) && hash !== undefined
}
