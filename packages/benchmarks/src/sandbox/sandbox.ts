import type * as Sandbox from '@cloudcockpit/sandbox'

/**
 * A built sandbox to measure, as production would run it: answers are not validated. `stub` answers from memory what
 * a database would, anything else is a database's URL. Prints its address and a token.
 */
const [built = '', storage = 'stub', logLevel = 'silent', count = '0'] = process.argv.slice(2)
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the built package has the types of its source
const { openDatabase, startSandbox } = (await import(built)) as typeof Sandbox
type Database = Sandbox.Database
const settings: Sandbox.SandboxOptions = {
  validateAnswers: 'off',
  logLevel: logLevel === 'info' ? logLevel : 'silent',
}
const sandbox = await startSandbox(
  storage === 'stub' ? { ...settings, openDatabase: stub } : { ...settings, database: storage },
)
await fill(sandbox.database, sandbox.credential('csp').tenantId, Number(count))
process.stdout.write(`${JSON.stringify({ url: sandbox.url, token: await sandbox.token('csp') })}\n`)

/** Remembers what was asked and takes every create for done: what is left is the sandbox itself. */
async function stub(): Promise<Database> {
  const real = await openDatabase('memory:')
  const known = new Map<string, unknown[]>()
  // oxlint-disable typescript/no-unsafe-type-assertion
  const query: Database['query'] = async (text, values) => {
    // The rows' type is the caller's claim, here as with a real database.
    type Rows = Awaited<ReturnType<typeof real.query<never>>>
    if (text.includes('insert into customers')) return [{ id: values[9] }] as Rows
    if (!text.startsWith('select')) return real.query(text, values)
    const key = text + JSON.stringify(values)
    const rows = known.get(key) ?? (await real.query(text, values))
    if (rows.length > 0) known.set(key, rows)
    return rows as Rows
  }
  // oxlint-enable typescript/no-unsafe-type-assertion
  return { ...real, query }
}

/** Stores customers by one statement per 10,000; what is there already is left out. */
async function fill(database: Database, tenantId: string, total: number): Promise<void> {
  if (total === 0) return
  const [row] = await database.query<{ there: number }>(
    'select count(*)::integer as there from customers',
    [],
  )
  for (let done = row?.there ?? 0; done < total; done += 10_000) {
    await database.query(
      `insert into customers (tenant_id, id, company_name, internal_identifier, body)
       select $3::uuid, gen_random_uuid(), 'Company ' || n, 'FILL-' || n,
         '{"companyName":"Company","country":"PT","providerCustomers":{}}'
       from generate_series($1::integer, $2::integer) n`,
      [done + 1, Math.min(done + 10_000, total), tenantId],
    )
    // A sandbox counts each customer as it is created.
    await database.query(
      `insert into customer_counts (tenant_id, reseller_id, slot, total)
       values ($2, '00000000-0000-0000-0000-000000000000', 0, $1)
       on conflict (tenant_id, reseller_id, slot) do update set total = customer_counts.total + excluded.total`,
      [Math.min(10_000, total - done), tenantId],
    )
    if (done % 100_000 === 0) process.stderr.write(`  ${done.toLocaleString('en')} customers stored\n`)
  }
  await database.housekeep()
}
