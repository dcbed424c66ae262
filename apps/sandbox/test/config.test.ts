import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { defaults, helpText, readConfig, settings } from '../src/config.ts'
import { startSandbox } from '../src/index.ts'
import { createdId, example, objectAtTop, send } from './support.ts'

describe('readConfig', () => {
  test('flags come before variables, variables before defaults', () => {
    expect(readConfig([], {})).toEqual(defaults)
    const env = { SANDBOX_PORT: '1', SANDBOX_ZIP: 'any', DATABASE_URL: 'memory:' }
    expect(readConfig(['--port', '2', '--watch'], env)).toMatchObject({
      port: 2,
      zip: 'any',
      database: 'memory:',
      watch: true,
    })
  })

  test.each([
    [['--port', '70000'], {}, /--port cannot be "70000": it must be a port/u],
    [['--zip', 'x'], {}, /--zip cannot be "x": it must be one of country, any/u],
    [['--nope'], {}, /--nope/u],
    [[], { SANDBOX_PROVIDER_SETUP: '-1' }, /SANDBOX_PROVIDER_SETUP cannot be "-1"/u],
    [[], { DATABASE_URL: 'mysql://user:secret@host/db' }, /DATABASE_URL cannot be "mysql:\/\/…@host/u],
  ])('%j %j names the wrong value', (args, env, message) => {
    expect(() => readConfig(args, env)).toThrow(message)
  })

  test('--help names every setting', () => {
    for (const { flag, env } of Object.values(settings))
      expect(helpText()).toMatch(new RegExp(`--${flag}[\\s\\S]*${env}`, 'u'))
  })
})

test('the switches: repeated ids, unknown properties, zip, phone, Microsoft contacts, search, status', async () => {
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
  const sandbox = await startSandbox({
    log,
    repeatedIds: 'answer',
    unknownProperties: 'refuse',
    zip: 'any',
    phone: 'any',
    microsoftContacts: 'strict',
    customerSearch: 'partial',
    created: '200',
  })
  try {
    const body = { ...example('CustomerCreateMinimal'), id: crypto.randomUUID(), zip: '?', phone: '?' }
    for (const _ of [1, 2]) {
      const reply = await send(sandbox, '/v1/Customers', { body })
      expect([reply.status, createdId(reply)]).toEqual([200, body.id])
    }
    const audit = await sandbox.database.query(
      'select outcome, status, object_id from audit_log order by at',
      [],
    )
    expect(audit).toEqual([
      { outcome: 'created', status: 200, object_id: body.id },
      { outcome: 'repeated', status: 200, object_id: null },
    ])
    const found = await send(sandbox, '/v1/Customers?searchField=InternalIdentifier&searchValue=10023')
    expect(objectAtTop(found.json)['totalCount']).toBe(1)
    const reseller = await send(sandbox, '/v1/Resellers', { body: example('ResellerCreateMinimal') })
    expect([reseller.status, typeof reseller.json]).toEqual([200, 'string'])
    expect((await send(sandbox, '/v1/Customers', { body: { ...body, nope: 1 } })).names).toEqual(['nope'])
    const contact = {
      ...example('CustomerCreatePlainMargins'),
      firstName: 'Test',
      lastName: 'X',
      email: 'a@microsoft.com',
    }
    expect((await send(sandbox, '/v1/Customers', { body: contact })).names).toEqual([
      'firstName',
      'lastName',
      'email',
    ])
    expect(sandbox.violations).toEqual([])
  } finally {
    await sandbox.close()
  }
  const text = lines.join('')
  expect(text).toContain('createCustomer')
  // No secret, no token, no personal data in any line.
  for (const secret of ['Marques', 'ana.marques', 'eyJ', sandbox.credential().secret, '10023'])
    expect(text).not.toContain(secret)
})

test('away from loopback the demo secrets are random', async () => {
  const sandbox = await startSandbox({ host: '0.0.0.0' })
  try {
    const { id, secret } = sandbox.credential()
    expect(secret).toMatch(/^[\w-]{43}$/u)
    const ask = async (value: string) => {
      const form = {
        grant_type: 'client_credentials',
        client_id: id,
        client_secret: value,
        scope: sandbox.scope,
      }
      const url = sandbox.tokenUrl.replace('0.0.0.0', '127.0.0.1')
      return (await fetch(url, { method: 'POST', body: new URLSearchParams(form) })).status
    }
    expect(await ask('sandbox-only-contoso-csp')).toBe(401)
    expect(await ask(secret)).toBe(200)
  } finally {
    await sandbox.close()
  }
})
