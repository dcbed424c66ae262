import { type JsonObject, listAt, objectAt, own, textAt } from '../json.ts'
import { strings } from './strings.ts'

/** What the document's own marks say of an operation. */
export interface OperationMarks {
  roles: string[]
  /** `safe` or `unsafe` to send again. */
  retry: string | undefined
  /** The operation that settles a lost answer, and the property it looks for. */
  reconcile: { operationId: string; match: string[] } | undefined
  coverage: string | undefined
  /** Whether the sandbox does it; otherwise it answers 501. */
  inSandbox: boolean
  /** What the public documentation leaves open. */
  unknown: string[]
  inferred: string | undefined
}

/** What the document marks an operation with. */
export function readMarks(source: JsonObject): OperationMarks {
  const documentation = objectAt(source, 'x-documentation')
  const reconcile = objectAt(source, 'x-reconcile')
  const operationId = textAt(reconcile, 'operationId')
  return {
    roles: strings(listAt(source, 'x-roles')),
    retry: textAt(source, 'x-retry-safety'),
    reconcile:
      operationId === undefined
        ? undefined
        : { operationId, match: Object.keys(objectAt(reconcile, 'match')) },
    coverage: textAt(documentation, 'coverage'),
    inSandbox: own(objectAt(source, 'x-sandbox'), 'implemented') !== false,
    unknown: strings(listAt(documentation, 'unknown')),
    inferred: textAt(source, 'x-inferred'),
  }
}
