import { isObject, type Json, type JsonObject, objectAt, textAt } from '../contract/json.ts'
import type { OperationFault, Planned } from './fault.ts'
import { parseFault } from './parse.ts'

/** Faults of operations: those that wait for a request, and those that reserved values call for. */
export class OperationFaults {
  #planned: Planned<OperationFault>[] = []
  #reserved = new Map<string, OperationFault>()

  /**
   * Learns the reserved correlation ids that the contract declares.
   * @throws Error when one of them is described wrongly
   */
  learn(document: JsonObject): void {
    const declared = Object.values(objectAt(objectAt(document, 'x-sandbox'), 'faults'))
    this.#reserved = new Map(declared.map((entry) => [reservedId(entry), reservedFault(entry)]))
  }

  /** Adds a fault behind those that are waiting. */
  add(planned: Planned<OperationFault>): void {
    this.#planned.push({ ...planned })
  }

  /** The fault for a request, used up by asking unless a reserved value calls for it. */
  next(operationId: string, correlationId: string): OperationFault | undefined {
    const reserved = this.#reserved.get(correlationId.toLowerCase())
    if (reserved !== undefined) return reserved
    const index = this.#planned.findIndex((each) => (each.operationId ?? operationId) === operationId)
    const found = this.#planned[index]
    if (found === undefined) return undefined
    found.count -= 1
    if (found.count <= 0) this.#planned.splice(index, 1)
    return found.fault
  }

  /** What is waiting. */
  list(): readonly Planned<OperationFault>[] {
    return this.#planned
  }

  /** Forgets everything that is waiting; reserved values stay. */
  clear(): void {
    this.#planned = []
  }
}

function reservedId(entry: Json): string {
  const id = textAt(entry, 'correlationId')
  if (id === undefined)
    throw new Error('A fault under x-sandbox.faults in the contract has no correlationId.')
  return id.toLowerCase()
}

function reservedFault(entry: Json): OperationFault {
  const fault = parseFault(isObject(entry) ? entry['fault'] : undefined)
  if (!('fault' in fault) || fault.isTokenFault)
    throw new Error(
      `A fault under x-sandbox.faults in the contract is wrong: ${'problem' in fault ? fault.problem : 'it is one of tokens'}.`,
    )
  return fault.fault
}
