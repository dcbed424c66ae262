import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { randomUUID } from 'node:crypto'
import type { Database } from '../db/database.ts'

/** The only algorithm that the sandbox signs with and accepts. */
export const algorithm = 'RS256'

interface StoredKey {
  kid: string
  private_jwk: JWK
}

/** The keys that sign access tokens. They live in the database, so restarts and several instances agree. */
export interface KeyRing {
  /** The newest key, to sign with. */
  signing(): Promise<{ kid: string; key: CryptoKey }>
  /** The public key of an id; undefined when there is none. */
  verifying(kid: string): Promise<CryptoKey | undefined>
  /** The public keys as a JSON Web Key Set. */
  publicSet(): Promise<{ keys: JWK[] }>
  /**
   * Makes a new key to sign with.
   * @param keepOld false to forget the old ones, so that their tokens are refused from now on
   */
  rotate(keepOld: boolean): Promise<void>
}

/** Makes a key pair; the slow part of a first start, so it can run beside the database's. */
export async function newKey(): Promise<StoredKey> {
  const { privateKey } = await generateKeyPair(algorithm, { modulusLength: 2048, extractable: true })
  return { kid: randomUUID(), private_jwk: await exportJWK(privateKey) }
}

/**
 * Opens the key ring and makes a first key when there is none.
 * @param database where the keys live
 * @param first a key to use when the database has none
 */
export async function openKeyRing(database: Database, first: () => Promise<StoredKey>): Promise<KeyRing> {
  let stored = await load(database)
  if (stored.length === 0) {
    await store(database, await first(), 'first')
    stored = await load(database)
  }
  let loadedAt = Date.now()
  const privateKeys = new Map<string, Promise<CryptoKey>>()
  const publicKeys = new Map<string, Promise<CryptoKey>>()

  async function refresh(olderThan: number): Promise<void> {
    if (Date.now() - loadedAt < olderThan) return
    loadedAt = Date.now()
    stored = await load(database)
  }

  return {
    async signing() {
      await refresh(5_000)
      const newest = stored[0]
      if (newest === undefined) throw new Error('The database has no signing key; restart the sandbox.')
      return { kid: newest.kid, key: await once(privateKeys, newest.kid, () => newest.private_jwk) }
    },
    async verifying(kid) {
      await refresh(5_000)
      // An unknown key may be one that another instance has just made; asked for at most once a second.
      if (!stored.some((key) => key.kid === kid)) await refresh(1_000)
      const found = stored.find((key) => key.kid === kid)
      return found === undefined ? undefined : once(publicKeys, kid, () => publicPart(found.private_jwk))
    },
    async publicSet() {
      await refresh(1_000)
      return {
        keys: stored.map(({ kid, private_jwk }) =>
          Object.assign(publicPart(private_jwk), { kid, use: 'sig', alg: algorithm }),
        ),
      }
    },
    async rotate(keepOld) {
      const key = await newKey()
      if (!keepOld) await database.query('delete from signing_keys where kid <> $1', [key.kid])
      await store(database, key, key.kid)
      stored = await load(database)
    },
  }
}

async function load(database: Database): Promise<StoredKey[]> {
  return database.query<StoredKey>(
    'select kid, private_jwk from signing_keys order by created_at desc, kid',
    [],
  )
}

/** `slot` is unique: of several instances that start at once, one stores the first key. */
async function store(database: Database, key: StoredKey, slot: string): Promise<void> {
  await database.query(
    'insert into signing_keys (kid, slot, private_jwk) values ($1, $2, $3) on conflict (slot) do nothing',
    [key.kid, slot, JSON.stringify(key.private_jwk)],
  )
}

function publicPart({ kty, n, e }: JWK): JWK {
  return {
    ...(kty === undefined ? {} : { kty }),
    ...(n === undefined ? {} : { n }),
    ...(e === undefined ? {} : { e }),
  }
}

async function once(cache: Map<string, Promise<CryptoKey>>, kid: string, jwk: () => JWK): Promise<CryptoKey> {
  const known = cache.get(kid) ?? importJWK(jwk(), algorithm).then(asCryptoKey)
  cache.set(kid, known)
  return known
}

function asCryptoKey(key: CryptoKey | Uint8Array): CryptoKey {
  if (key instanceof Uint8Array) throw new Error('A signing key in the database is no RSA key.')
  return key
}
