import { randomUUID } from 'node:crypto'
import type { Caller } from '../operations/operation.ts'
import type { Database, Parameter } from './database.ts'

/** Who did something, under which correlation id. */
export interface Actor {
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
export const auditColumns =
  'tenant_id, id, correlation_id, client_id, operation_id, status, outcome, object_id, properties'

/** The values of one audit record. */
export function auditValues(record: AuditRecord): Parameter[] {
  return [
    record.caller.tenantId,
    randomUUID(),
    record.correlationId,
    record.caller.clientId,
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
    `insert into audit_log (${auditColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    auditValues(record),
  )
}
