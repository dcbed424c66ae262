import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { needText, objectsIn } from '../src/contract/json.ts'
import { createdId, example, objectAtTop, readJson, send, useSandbox } from './support.ts'

const sandbox = useSandbox()
const directory = '4e806121-ff28-4286-ab4e-3be0a08f9ce0'
const audience = 'api://b92a36a4-feb8-4f47-a69c-29a180aa6d0a'

/** The sandbox's own signing key, read from its database: only with it can one thing at a time be wrong. */
let own: { kid: string; key: CryptoKey; jwk: JWK }
beforeAll(async () => {
  const [row] = await sandbox().database.query<{ kid: string; private_jwk: JWK }>(
    'select kid, private_jwk from signing_keys',
    [],
  )
  if (row === undefined) throw new Error('no signing key')
  const key = await importJWK(row.private_jwk, 'RS256')
  if (key instanceof Uint8Array) throw new Error('no RSA key')
  own = { kid: row.kid, key, jwk: row.private_jwk }
})

interface Forgery {
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  issuer?: string
  audience?: string
  expires?: number
  notBefore?: number
  key?: CryptoKey
}

async function forge(forgery: Forgery = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const claims = { tid: directory, roles: ['csp'], azp: sandbox().credential('csp').id, ...forgery.claims }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: own.kid, ...forgery.header })
    .setIssuer(forgery.issuer ?? `https://login.microsoftonline.com/${directory}/v2.0`)
    .setAudience(forgery.audience ?? audience)
    .setSubject('subject')
    .setIssuedAt(now)
    .setNotBefore(forgery.notBefore ?? now - 10)
    .setExpirationTime(forgery.expires ?? now + 600)
    .sign(forgery.key ?? own.key)
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const now = () => Math.floor(Date.now() / 1000)
const claimsOf = (token: string) => token.split('.')[1] ?? ''
const status = async (token: string) => (await send(sandbox(), '/v1/Customers', { token })).status

describe('tokens that are good', () => {
  test('the forger itself makes good ones when nothing is wrong', async () => {
    expect(await status(await forge())).toBe(200)
  })
  test.each([1, 2] as const)('of version %s', async (version) => {
    expect(await status(await sandbox().token('csp', { version }))).toBe(200)
  })
  test('with the issuer and audience of version 1', async () => {
    expect(await status(await forge({ issuer: `https://sts.windows.net/${directory}/` }))).toBe(200)
  })
})

describe('tokens that are refused with 401 and no body', () => {
  const forgeries: Record<string, () => Promise<string>> = {
    'alg none': async () => `${encode({ alg: 'none', kid: own.kid })}.${claimsOf(await forge())}.`,
    'HS256 signed with the public key': async () => {
      const { kty, n, e } = own.jwk
      const key = await importJWK({ ...(kty && { kty }), ...(n && { n }), ...(e && { e }) }, 'RS256', {
        extractable: true,
      })
      if (key instanceof Uint8Array) throw new Error('no RSA key')
      const text = `${encode({ alg: 'HS256', kid: own.kid })}.${claimsOf(await forge())}`
      return `${text}.${createHmac('sha256', await exportSPKI(key))
        .update(text)
        .digest('base64url')}`
    },
    'wrong audience': async () => forge({ audience: 'api://other' }),
    'unknown issuer': async () => forge({ issuer: 'https://login.example/v2.0' }),
    'issuer of another directory': async () =>
      forge({ issuer: 'https://sts.windows.net/00000000-0000-4000-8000-000000000000/' }),
    'another directory': async () => forge({ claims: { tid: '00000000-0000-4000-8000-000000000000' } }),
    expired: async () => forge({ expires: now() - 10 }),
    'not yet valid': async () => forge({ notBefore: now() + 600 }),
    'another key': async () => forge({ key: (await generateKeyPair('RS256')).privateKey }),
    'unknown key id': async () => forge({ header: { kid: 'unknown' } }),
    'a key id with SQL': async () => forge({ header: { kid: "' or '1'='1" } }),
    'a key brought along': async () => {
      const { privateKey, publicKey } = await generateKeyPair('RS256')
      return forge({ key: privateKey, header: { jwk: await exportJWK(publicKey) } })
    },
    'another API Access': async () => forge({ claims: { azp: 'nobody' } }),
    'a role that the API Access does not have': async () =>
      forge({ claims: { azp: sandbox().credential('reseller').id, roles: ['csp'] } }),
    'no roles': async () => forge({ claims: { roles: undefined } }),
    tampered: async () => {
      const [header, , signature] = (await forge()).split('.')
      const claims = encode({
        ...JSON.parse(Buffer.from(claimsOf(await forge()), 'base64url').toString()),
        exp: now() + 9e6,
      })
      return [header, claims, signature].join('.')
    },
    'a crit header that nobody knows': async () => {
      const [, claims, signature] = (await forge()).split('.')
      return [encode({ alg: 'RS256', kid: own.kid, crit: ['x'], x: 1 }), claims, signature].join('.')
    },
    empty: async () => '',
    'no JWT': async () => 'a.b.c',
    'very long': async () => `${'a'.repeat(4000)}.b.c`,
  }
  test.each(Object.keys(forgeries))('%s', async (name) => {
    const token = (await forgeries[name]?.()) ?? ''
    const reply = await send(sandbox(), '/v1/Customers', { token, body: example('CustomerCreateMinimal') })
    expect(reply.status).toBe(401)
    expect(reply.text).toBe('')
    expect(reply.headers.get('www-authenticate')).toContain('Bearer')
  })

  test('none at all, and other schemes', async () => {
    for (const authorization of [null, 'Basic YTpi', 'Bearer'])
      expect((await send(sandbox(), '/v1/Customers', { headers: { authorization } })).status).toBe(401)
  })
})

describe('tenants', () => {
  const woodgrove = 'portal.woodgrove.example'

  test('a token never reaches another tenant', async () => {
    const id = createdId(await send(sandbox(), '/v1/Customers', { body: example('CustomerCreateMinimal') }))
    const token = await sandbox().token('csp', { tenant: woodgrove })
    for (const path of ['/v1/Customers', `/v1/Customers/${id}`, '/v1/Resellers']) {
      expect((await send(sandbox(), path, { token })).status).toBe(403)
    }
    expect((await send(sandbox(), `/v1/Customers/${id}`, { tenant: woodgrove })).status).toBe(404)
    expect((await send(sandbox(), `/v1/Customers/${id}`)).status).toBe(200)
    const list = await send(sandbox(), '/v1/Customers', { tenant: woodgrove })
    expect(objectAtTop(list.json)['totalCount']).toBe(0)
    const resellers = await send(sandbox(), '/v1/Resellers', { tenant: woodgrove })
    expect(objectsIn(objectAtTop(resellers.json)['items']).map((item) => item['companyName'])).toEqual([
      'Alpine Resale GmbH',
    ])
  })

  test("another tenant's provider instance does not exist", async () => {
    const reply = await send(sandbox(), '/v1/Customers', {
      tenant: woodgrove,
      body: example('CustomerCreatePlainMargins'),
    })
    expect(reply.names).toEqual(['providerCustomers.cb3cd15b-1d6e-45be-b493-c71549cbfd87.providerInstanceId'])
  })

  test('the same id may exist in both', async () => {
    const body = { ...example('CustomerCreateMinimal'), id: crypto.randomUUID() }
    for (const tenant of ['portal.cloudcockpit.com', woodgrove])
      expect((await send(sandbox(), '/v1/Customers', { tenant, body })).status).toBe(201)
  })

  test.each(['nowhere.example', "' or 1=1 --", 'PORTAL.WOODGROVE.EXAMPLE'])(
    'X-Tenant %s is forbidden',
    async (tenant) => {
      const reply = await send(sandbox(), '/v1/Customers', { headers: { 'x-tenant': tenant } })
      expect([reply.status, reply.text]).toEqual([403, ''])
    },
  )

  test('any domain of the tenant will do, in any case', async () => {
    for (const tenant of ['portal.contoso-csp.example', 'Portal.CloudCockpit.com'])
      expect((await send(sandbox(), '/v1/Customers', { headers: { 'x-tenant': tenant } })).status).toBe(200)
  })
})

test('a reseller may not do what only a CSP may', async () => {
  for (const sent of [{ body: example('ResellerCreateMinimal') }, {}])
    expect((await send(sandbox(), '/v1/Resellers', { ...sent, role: 'reseller' })).status).toBe(403)
  const other = createdId(await send(sandbox(), '/v1/Resellers', { body: example('ResellerCreateMinimal') }))
  expect((await send(sandbox(), `/v1/Resellers/${other}`, { role: 'reseller' })).status).toBe(403)
  expect((await send(sandbox(), `/v1/Customers?resellerId=${other}`, { role: 'reseller' })).status).toBe(403)
})

const ask = async (
  changes: Record<string, string | undefined> = {},
  headers: Record<string, string> = {},
) => {
  const { id, secret } = sandbox().credential('csp')
  const form = {
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: secret,
    scope: sandbox().scope,
    ...changes,
  }
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries<string | undefined>(form))
    if (value !== undefined) body.set(name, value)
  return fetch(sandbox().tokenUrl, { method: 'POST', headers, body })
}
const answer = async (response: Response) => objectAtTop(await readJson(response))

describe('the token endpoint', () => {
  test('gives a token that works', async () => {
    const response = await ask()
    expect(response.headers.get('cache-control')).toBe('no-store')
    const body = await answer(response)
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3599 })
    expect(await status(needText(body, 'access_token'))).toBe(200)
  })

  test('takes Basic authentication', async () => {
    const { id, secret } = sandbox().credential('csp')
    const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
    expect((await ask({ client_id: undefined, client_secret: undefined }, { authorization })).status).toBe(
      200,
    )
  })

  test.each([
    [{ client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ client_id: 'nobody' }, 401, 'invalid_client'],
    [{ client_id: '\0' }, 401, 'invalid_client'],
    [{ client_secret: undefined }, 400, 'invalid_request'],
    [{ scope: 'api://other/.default' }, 400, 'invalid_scope'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('refuses %j', async (changes, expected, error) => {
    const response = await ask(changes)
    expect(response.status).toBe(expected)
    expect(await answer(response)).toMatchObject({ error })
  })

  test('publishes its keys and its configuration', async () => {
    const configuration = await answer(
      await fetch(`${sandbox().url}/${directory}/v2.0/.well-known/openid-configuration`),
    )
    expect(configuration['token_endpoint']).toBe(sandbox().tokenUrl)
    const keys = await answer(await fetch(needText(configuration, 'jwks_uri')))
    const [key] = objectsIn(keys['keys'])
    expect(Object.keys(key ?? {}).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  })

  test('faults: refuse, 429, short expiry, rotation, clock', async () => {
    sandbox().fail({ kind: 'token-refuse' })
    expect((await ask()).status).toBe(401)
    sandbox().fail({ kind: 'token-429', retryAfter: '7' })
    expect((await ask()).headers.get('retry-after')).toBe('7')
    sandbox().fail({ kind: 'token-short', seconds: 1 })
    expect((await answer(await ask()))['expires_in']).toBe(1)
    const token = await sandbox().token('csp')
    expect(await status(token)).toBe(200)
    sandbox().shiftClock(2 * 3_600_000)
    expect(await status(token)).toBe(401)
    sandbox().shiftClock(0)
    expect(await status(token)).toBe(200)
    await sandbox().rotateKeys()
    expect(await status(token)).toBe(401)
    expect(await status(await sandbox().token('csp'))).toBe(200)
  })
})
