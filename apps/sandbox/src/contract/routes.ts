import type { Config } from '../config.ts'
import type { Operation, OperationId, Operations } from '../operations/operation.ts'
import type { Role } from './seed.ts'
import { asRole } from './seed.ts'
import { type AnswerValidator, createAnswerValidator } from './answer.ts'
import type { SchemaCompiler } from './ajv.ts'
import { type ContractOperation, listOperations } from './document.ts'
import { type JsonObject, objectAt, textsIn } from './json.ts'
import { createRequestValidator, type RequestValidator } from './request.ts'

/** One route of the contract, with everything that serves it. */
export interface Route {
  operationId: string
  method: string
  /** The path with `:parameters`, as Fastify writes it. */
  url: string
  /** Whether a request may change something; such requests are audited. */
  isUnsafe: boolean
  roles: ReadonlySet<Role>
  hasBody: boolean
  validateRequest: RequestValidator
  validateAnswer: AnswerValidator
  /** Undefined for an operation that the contract marks as not in the sandbox. */
  operation: Operation<OperationId> | undefined
}

/**
 * Matches the contract's operations with the sandbox's. Whatever has no counterpart stops the start.
 * @param document the bundled contract
 * @param operations how the sandbox does them
 * @param config what becomes of unknown properties
 * @param compiler the contract's schemas
 * @throws Error naming every operation without a handler and every handler without an operation
 */
export function routesOf(
  document: JsonObject,
  operations: Operations,
  config: Pick<Config, 'unknownProperties'>,
  compiler: SchemaCompiler,
): Route[] {
  const described = listOperations(document)
  const handlers = new Map(Object.entries(operations))
  const faults = [
    ...described
      .filter((entry) => !handlers.has(entry.id) && !isLeftOut(entry))
      .map(
        ({ id, method, path }) =>
          `The contract's operation ${id} (${method} ${path}) has no handler. Write one in src/operations/, or mark the ` +
          'operation in the contract with `x-sandbox: { implemented: false }`.',
      ),
    ...[...handlers.keys()]
      .filter((id) => !described.some((entry) => entry.id === id))
      .map(
        (id) =>
          `The handler ${id} has no operation in the contract. Delete it in src/operations/, or mend its name.`,
      ),
  ]
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return described.map((entry) => ({
    operationId: entry.id,
    method: entry.method,
    url: fastifyPath(entry.path),
    isUnsafe: entry.method !== 'GET' && entry.method !== 'HEAD',
    roles: new Set(textsIn(entry.operation['x-roles']).map(asRole)),
    hasBody: 'requestBody' in entry.operation,
    validateRequest: createRequestValidator(document, compiler, entry, config.unknownProperties),
    validateAnswer: createAnswerValidator(document, compiler, entry),
    operation: isLeftOut(entry) ? undefined : asAny(handlers.get(entry.id)),
  }))
}

function isLeftOut({ operation }: ContractOperation): boolean {
  return objectAt(operation, 'x-sandbox')['implemented'] === false
}

/** A colon in a literal part would begin a parameter. */
function fastifyPath(path: string): string {
  return path.replaceAll(':', '::').replaceAll(/\{([^}]+)\}/gu, ':$1')
}

/**
 * A route calls its operation with what the contract's own validator has accepted for just this operation, so the
 * types of the parts hold although the compiler cannot see which operation it is.
 */
function asAny(operation: Operations[OperationId]): Operation<OperationId> | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return operation as Operation<OperationId> | undefined
}
