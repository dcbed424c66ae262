import { countStored } from './customer-counts.ts'
import { appliedTable, isApplied, setApplied } from './applied.ts'
import type { Database } from './database.ts'
import { sqlStateOf } from './sql-state.ts'

/**
 * The tables, one idempotent statement per step. Only what PostgreSQL and its distributed relatives share: keys
 * of tenant and id, ids made by the sandbox, no sequences, triggers or extensions.
 */
export const migrations: readonly string[] = [
  appliedTable,
  `create table if not exists tenants (id uuid primary key, name text not null)`,
  `create table if not exists tenant_domains (domain text primary key, tenant_id uuid not null)`,
  `create table if not exists provider_instances (
     tenant_id uuid not null, id uuid not null, name text not null, kind text not null,
     offer_types jsonb not null, supported_countries jsonb, primary key (tenant_id, id))`,
  `create table if not exists resellers (
     tenant_id uuid not null, id uuid not null, company_name text, internal_identifier text,
     body json not null, created_at timestamptz not null default now(), primary key (tenant_id, id))`,
  `create index if not exists resellers_by_time on resellers (tenant_id, created_at, id)`,
  `create table if not exists provider_resellers (
     tenant_id uuid not null, reseller_id uuid not null, provider_instance_id uuid not null,
     provider_reseller_id text, settles_at timestamptz not null, outcome text not null,
     primary key (tenant_id, reseller_id, provider_instance_id))`,
  `create table if not exists customers (
     tenant_id uuid not null, id uuid not null, reseller_id uuid, company_name text, internal_identifier text,
     body json not null, created_at timestamptz not null default now(), primary key (tenant_id, id))`,
  `create index if not exists customers_by_time on customers (tenant_id, created_at, id)`,
  `create index if not exists customers_by_reseller on customers (tenant_id, reseller_id, created_at, id)`,
  `create index if not exists customers_by_identifier on customers (tenant_id, internal_identifier)`,
  // Counting a million rows for every page would take seconds; see customer-counts.ts.
  `create table if not exists customer_counts (
     tenant_id uuid not null, reseller_id uuid not null, slot integer not null, total integer not null,
     primary key (tenant_id, reseller_id, slot))`,
  countStored,
  `create table if not exists provider_customers (
     tenant_id uuid not null, customer_id uuid not null, provider_instance_id uuid not null,
     provider_customer_id text, domain text, primary key (tenant_id, customer_id, provider_instance_id))`,
  `create index if not exists provider_customers_by_id on provider_customers (tenant_id, provider_customer_id)`,
  `create index if not exists provider_customers_by_domain on provider_customers (tenant_id, domain)`,
  `create table if not exists api_clients (
     id text primary key, name text not null, role text not null, secret_hash text not null)`,
  `create table if not exists api_client_tenants (
     client_id text not null, tenant_id uuid not null, reseller_id uuid, primary key (client_id, tenant_id))`,
  `create table if not exists signing_keys (
     kid text primary key, slot text not null unique, private_jwk jsonb not null,
     created_at timestamptz not null default now())`,
  `create table if not exists audit_log (
     tenant_id uuid not null, id uuid not null, at timestamptz not null default now(), correlation_id uuid not null,
     client_id text not null, operation_id text not null, status integer not null, outcome text not null,
     object_id uuid, properties jsonb not null, primary key (tenant_id, id))`,
  `create index if not exists audit_log_by_time on audit_log (at)`,
]

/**
 * Brings the tables up to date. Several instances may do so at once: `if not exists` races on PostgreSQL, and the
 * loser simply tries again.
 */
export async function migrate(database: Database): Promise<void> {
  const form = migrations.join(';')
  if (await isApplied(database, 'migrations', form)) return
  for (const step of migrations) {
    for (let left = 10; ; left -= 1) {
      try {
        await database.query(step, [])
        break
      } catch (error) {
        if (left <= 1 || !racing.has(sqlStateOf(error) ?? '')) throw error
        await new Promise((done) => setTimeout(done, 20 + Math.random() * 80))
      }
    }
  }
  await setApplied(database, 'migrations', form)
}

/** unique_violation, duplicate_table, duplicate_object, tuple concurrently updated. */
const racing = new Set(['23505', '42P07', '42710', 'XX000'])
