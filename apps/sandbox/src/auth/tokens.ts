import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import { randomUUID } from 'node:crypto'
import { limits } from '../limits.ts'
import type { Clock } from './clock.ts'
import type { ApiClient } from './clients.ts'
import { algorithm, type KeyRing } from './keys.ts'

/** Who issues tokens for which API: read off the contract's OAuth flow. */
export interface Authority {
  /** Where Microsoft Entra's own token endpoint is. */
  origin: string
  /** The directory (tenant id at Microsoft Entra) in the token endpoint's path. */
  directory: string
  /** The API's identifier, `api://…` without the scope's `/.default`. */
  audience: string
  scope: string
  tokenPath: string
}

/** What a verified token says. */
export interface Claims {
  clientId: string
  roles: string[]
  /** Seconds since 1970. */
  expires: number
}

/** What is remembered of a token that was verified. */
interface Verified extends Claims {
  /** Seconds since 1970. */
  notBefore: number
  kid: string
}

/** What a token may differ in from an ordinary one. */
export interface TokenOptions {
  /** Seconds until it expires. */
  expiresIn?: number
  /** The form of Microsoft Entra's tokens: 1 has `appid` and the issuer of sts.windows.net. */
  version?: 1 | 2
}

/** Signs and verifies access tokens. */
export interface Tokens {
  sign(client: ApiClient, options?: TokenOptions): Promise<string>
  /** What a token says; undefined for one that is to be refused. */
  verify(token: string): Promise<Claims | undefined>
}

/** The issuers of both forms of tokens. */
export function issuersOf({ origin, directory }: Authority): { 1: string; 2: string } {
  return {
    // Tokens of version 1 name an issuer of their own, whatever the endpoint.
    1: `https://sts.windows.net/${directory}/`,
    2: `${origin}/${directory}/v2.0`,
  }
}

/** Makes the signer and verifier of one authority. */
export function createTokens(authority: Authority, keys: KeyRing, clock: Clock): Tokens {
  const issuers = issuersOf(authority)
  const bareAudience = authority.audience.replace(/^api:\/\//u, '')
  // In memory only, where the key that signs them is too.
  const verified = new Map<string, Verified>()
  return {
    async sign(client, { expiresIn = limits.tokenSeconds, version = 2 } = {}) {
      const { kid, key } = await keys.signing()
      const now = Math.floor(clock.now() / 1000)
      return new SignJWT({
        tid: authority.directory,
        oid: client.id,
        roles: [client.role],
        ver: `${version}.0`,
        uti: randomUUID(),
        ...(version === 2 ? { azp: client.id } : { appid: client.id }),
      })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT', kid })
        .setIssuer(issuers[version])
        .setAudience(version === 2 ? bareAudience : authority.audience)
        .setSubject(client.id)
        .setIssuedAt(now)
        .setNotBefore(now)
        .setExpirationTime(now + expiresIn)
        .sign(key)
    },
    async verify(token) {
      const known = verified.get(token)
      // Remembered only while its time has come and not passed, and its key is still there.
      if (known !== undefined) {
        const now = clock.now() / 1000
        const isTimely = known.notBefore <= now && now < known.expires
        return isTimely && (await keys.verifying(known.kid)) !== undefined ? known : undefined
      }
      const claims = await verifyOnce(token)
      if (claims === undefined) return undefined
      // The oldest makes room; a Map keeps the order of insertion.
      const [oldest] = verified.keys()
      if (oldest !== undefined && verified.size >= limits.rememberedTokens) verified.delete(oldest)
      verified.set(token, claims)
      return claims
    },
  }

  async function verifyOnce(token: string): Promise<Verified | undefined> {
    try {
      const { kid } = decodeProtectedHeader(token)
      const key = kid === undefined ? undefined : await keys.verifying(kid)
      if (kid === undefined || key === undefined) return undefined
      const { payload } = await jwtVerify(token, key, {
        algorithms: [algorithm],
        issuer: [issuers[1], issuers[2]],
        audience: [authority.audience, bareAudience],
        requiredClaims: ['exp', 'nbf', 'iat', 'sub', 'tid', 'roles'],
        currentDate: new Date(clock.now()),
      })
      const clientId = payload['azp'] ?? payload['appid']
      if (typeof clientId !== 'string' || payload['tid'] !== authority.directory) return undefined
      const { roles, exp, nbf } = payload
      if (!Array.isArray(roles) || exp === undefined || nbf === undefined) return undefined
      return { clientId, roles: roles.map(String), expires: exp, notBefore: nbf, kid }
    } catch (error) {
      if (isTokenError(error)) return undefined
      throw error
    }
  }
}

/** jose's errors and a header that is no JSON mean a bad token; anything else is a failure of ours. */
function isTokenError(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J'))
  )
}
