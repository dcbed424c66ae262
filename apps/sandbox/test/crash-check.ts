import { expect } from 'vitest'
import type { Database } from '../src/db/database.ts'
import { example, readJson } from './support.ts'
import { needText } from '../src/contract/json.ts'
import { readSeed } from '../src/contract/seed.ts'
import { document } from './support.ts'

const [tenant] = readSeed(document)
const client = tenant?.clients.find(({ role }) => role === 'csp')

/** An access token from a running sandbox's own token endpoint. */
export async function tokenFrom(url: string, tokenPath: string, scope: string): Promise<string> {
  const form = {
    grant_type: 'client_credentials',
    client_id: client?.id ?? '',
    client_secret: client?.secret ?? '',
    scope,
  }
  const response = await fetch(url + tokenPath, { method: 'POST', body: new URLSearchParams(form) })
  return needText(await readJson(response), 'access_token')
}

/** Creates that go on until the server is gone. */
export interface Creating {
  /** The ids that were acknowledged so far. */
  acknowledged: readonly string[]
  /** Fulfilled when nothing is acknowledged any more. */
  ended: Promise<unknown>
  /** Fulfilled at a random moment after the first few. */
  underLoad(): Promise<void>
}

/** Creates customers until the server is gone. */
export function createUntilGone(url: string, token: string, workers = 8): Creating {
  const acknowledged: string[] = []
  const work = async () => {
    for (;;) {
      const body = JSON.stringify({ ...example('CustomerCreateMicrosoft'), id: crypto.randomUUID() })
      const headers = {
        authorization: `Bearer ${token}`,
        'x-tenant': 'portal.cloudcockpit.com',
        'content-type': 'application/json',
      }
      const id: unknown = await fetch(`${url}/v1/Customers`, { method: 'POST', headers, body })
        .then(async (response) => (response.status === 201 ? response.json() : undefined))
        .catch(() => undefined)
      if (typeof id !== 'string') return
      acknowledged.push(id)
    }
  }
  const ended = Promise.all(Array.from({ length: workers }, work))
  const state = { isOver: false }
  void ended.then(() => {
    state.isOver = true
  })
  const underLoad = async () => {
    while (!state.isOver && acknowledged.length < 2 * workers)
      await Promise.race([ended, new Promise((done) => setTimeout(done, 10))])
    await new Promise((done) => setTimeout(done, Math.random() * 1000))
  }
  return { acknowledged, ended, underLoad }
}

/** Every acknowledged customer is stored with everything that belongs to it, and none has lost its audit record. */
export async function checkNothingLost(database: Database, acknowledged: readonly string[]): Promise<void> {
  const rows = await database.query<{ id: string }>('select id from customers', [])
  const stored = new Set(rows.map(({ id }) => id))
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  const halves = await database.query(
    `select c.id from customers c
     left join audit_log a on a.tenant_id = c.tenant_id and a.object_id = c.id and a.outcome = 'created'
     left join provider_customers p on p.tenant_id = c.tenant_id and p.customer_id = c.id
     where a.id is null or (p.customer_id is null and c.body->>'providerCustomers' <> '{}')`,
    [],
  )
  expect(halves).toEqual([])
  const orphans = await database.query(
    `select a.id from audit_log a left join customers c on c.tenant_id = a.tenant_id and c.id = a.object_id
     where a.operation_id = 'createCustomer' and a.outcome = 'created' and c.id is null`,
    [],
  )
  expect(orphans).toEqual([])
  const [counts] = await database.query(
    `select (select count(*)::integer from customers) as stored,
       (select coalesce(sum(total), 0)::integer from customer_counts) as counted`,
    [],
  )
  expect(counts?.['counted']).toBe(counts?.['stored'])
}
