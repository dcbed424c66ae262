import { randomUUID } from 'node:crypto'
import type { Caller, OperationId } from '../operations/operation.ts'
import type { Database, Parameter } from './database.ts'

/** Who did something, under which correlation id. */
interface Actor {
  caller: Caller
  correlationId: string
}

/** What the audit log says of one request that changes something. */
export interface AuditRecord extends Actor {
  operationId: string
  status: number
  /** `created` and the like, or why nothing changed. */
  outcome: 'created' | 'repeated' | 'refused' | 'forbidden' | 'failed'
  objectId: string | null
  /** The names of the properties at fault; never their values. */
  properties: readonly string[]
}

/** The columns that {@link auditValues} fills, in its order. */
const columns =
  'tenant_id, id, correlation_id, client_id, operation_id, status, outcome, object_id, properties'

/**
 * The part of a create's statement that writes its audit record, if the part called `created` has a row. The values
 * are the statement's first nine, as {@link createValues} makes them.
 */
export const loggedCreate = `logged as (
  insert into audit_log (${columns})
  select $1::uuid, $2::uuid, $3::uuid, $4, $5, $6::integer, $7, $8::uuid, $9::jsonb from created
)`

/** A create that is about to happen, and the status that it will be answered with. */
export interface Creation extends Actor {
  status: number
}

/** The values of the audit record of a create; the first one is the tenant. */
export function createValues(
  { caller, correlationId, status }: Creation,
  operationId: OperationId,
  objectId: string,
): Parameter[] {
  const { tenantId, clientId } = caller
  return [tenantId, randomUUID(), correlationId, clientId, operationId, status, 'created', objectId, '[]']
}

/** The values of one audit record. */
function auditValues({ caller, ...record }: AuditRecord): Parameter[] {
  return [
    caller.tenantId,
    randomUUID(),
    record.correlationId,
    caller.clientId,
    record.operationId,
    record.status,
    record.outcome,
    record.objectId,
    JSON.stringify(record.properties),
  ]
}

/** Writes an audit record of a request that changed nothing; one that did writes it together with its data. */
export async function writeAudit(database: Database, record: AuditRecord): Promise<void> {
  await database.query(
    `insert into audit_log (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    auditValues(record),
  )
}
