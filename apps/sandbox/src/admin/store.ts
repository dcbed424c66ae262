import {
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  objectsIn,
  textAt,
  textsIn,
} from '../contract/json.ts'
import type { Database } from '../db/database.ts'
import { effectiveMargins } from '../rules/margins.ts'

const most = 200

/** The latest audit records, newest first. */
export async function latestAudit(database: Database): Promise<JsonObject[]> {
  const rows = await database.query<{ record: JsonObject }>(
    `select json_build_object('at', at, 'correlationId', correlation_id, 'tenant', t.name, 'clientId', client_id,
       'operationId', operation_id, 'status', status, 'outcome', outcome, 'objectId', object_id,
       'properties', properties) as record
     from audit_log join tenants t on t.id = audit_log.tenant_id order by at desc, audit_log.id limit ${most}`,
    [],
  )
  return rows.map(({ record }) => record)
}

/**
 * The latest customers with what the sandbox made of them: relation and effective margins. Each tenant's by its index:
 * of a million customers nobody sorts all.
 */
export async function latestCustomers(database: Database): Promise<JsonObject[]> {
  const offers = await offerTypes(database)
  const rows = await database.query<{ record: JsonObject }>(
    `select json_build_object('tenant', t.name, 'id', c.id, 'createdAt', c.created_at, 'resellerId', c.reseller_id,
       'body', c.body) as record
     from tenants t cross join lateral (
       select * from customers where tenant_id = t.id order by created_at desc, id desc limit ${most}) c
     order by c.created_at desc, c.id desc limit ${most}`,
    [],
  )
  return rows.map(({ record }) => {
    const entries = Object.entries(objectAt(objectAt(record, 'body'), 'providerCustomers'))
    const margins = entries.map(([id, entry]) => [
      id,
      marginsOf(entry, 'margin', offers.get(id.toLowerCase())),
    ])
    return Object.assign(record, { effectiveMargins: Object.fromEntries(margins) })
  })
}

/** The latest resellers with the status and the effective margins of their provider resellers. */
export async function latestResellers(database: Database): Promise<JsonObject[]> {
  const offers = await offerTypes(database)
  const rows = await database.query<{ record: JsonObject }>(
    `select json_build_object('tenant', t.name, 'id', r.id, 'createdAt', r.created_at, 'body', r.body, 'statuses',
       (select jsonb_object_agg(provider_instance_id, case when settles_at > now() then 'Processing' else outcome end)
        from provider_resellers p where p.tenant_id = r.tenant_id and p.reseller_id = r.id)) as record
     from resellers r join tenants t on t.id = r.tenant_id order by r.created_at desc, r.id limit ${most}`,
    [],
  )
  return rows.map(({ record }) => {
    const entries = objectsIn(objectAt(record, 'body')['providerResellers']).map(
      (entry): [string, JsonObject] => [textAt(entry, 'providerInstanceId')?.toLowerCase() ?? '', entry],
    )
    const margins = entries.map(([id, entry]) => [id, marginsOf(entry, 'priceMargin', offers.get(id))])
    return Object.assign(record, { effectiveMargins: Object.fromEntries(margins) })
  })
}

async function offerTypes(database: Database): Promise<Map<string, string[]>> {
  const rows = await database.query<{ id: string; offer_types: Json }>(
    'select id, offer_types from provider_instances',
    [],
  )
  return new Map(rows.map(({ id, offer_types }) => [id, textsIn(offer_types)]))
}

function marginsOf(entry: Json, name: 'margin' | 'priceMargin', offers: string[] | undefined) {
  const value = isObject(entry) ? entry : {}
  return effectiveMargins(value[name], value['offerTypeMargins'], offers ?? [])
}
