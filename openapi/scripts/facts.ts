import { type JsonObject, objectAt } from './contract.ts'
import { constant, header } from './header.ts'
import { callFacts, callOf, oauth, operationFacts, servers } from './operation-facts.ts'
import { listOperations } from './operations.ts'
import {
  bodyProperties,
  byOperation,
  isJsonString,
  isSensitive,
  jsonStringSchemas,
  knownValues,
  nameOf,
  requestPaths,
} from './property-facts.ts'

/**
 * What callers need of the contract at run time, as the text of a `.ts` file with one constant per fact, so that
 * a bundler keeps only the facts that a program uses.
 * @param document the bundled contract
 * @see ../README.md for the marks that these facts are read from
 */
export function generateFacts(document: JsonObject): string {
  const operations = listOperations(document)
  const sensitive = operations.flatMap((operation) => bodyProperties(document, operation, isSensitive))
  const jsonStrings = operations.flatMap((operation) => bodyProperties(document, operation, isJsonString))
  return [
    header,
    constant(
      'contractVersion',
      'The version of the contract.',
      objectAt(document, 'info')['version'] ?? null,
    ),
    constant('servers', 'The servers of the contract by their environment.', servers(document)),
    constant('oauth', 'Where and for what a program gets its access token.', oauth(document)),
    constant(
      'operations',
      'Every operation: where it is, who may call it, whether it may be sent again, and what settles a lost answer.',
      Object.fromEntries(operations.map((operation) => [operation.id, operationFacts(document, operation)])),
    ),
    constant(
      'calls',
      'Whether a call may be sent again, and where its answers hold a new id (JSON pointers); by method and path.',
      Object.fromEntries(
        operations.map((operation) => [callOf(operation), callFacts(document, operation, operations)]),
      ),
    ),
    constant(
      'sensitiveNames',
      'The names of all properties that hold personal data or credentials, wherever they stand.',
      [...new Set(sensitive.map(({ path }) => nameOf(path)))],
    ),
    constant('sensitiveKeys', 'The same names in lower case, each once: all that a mask needs.', [
      ...new Set(sensitive.map(({ path }) => nameOf(path).toLowerCase())),
    ]),
    constant(
      'sensitivePaths',
      'Where bodies hold personal data or credentials, per operation.',
      byOperation(document, operations, isSensitive),
    ),
    constant(
      'jsonStringPaths',
      'Where bodies hold JSON text inside a string, per operation.',
      byOperation(document, operations, isJsonString),
    ),
    constant(
      'jsonStringSchemas',
      'The schema of the JSON text inside a string, by the name of the property that holds it.',
      jsonStringSchemas(jsonStrings),
    ),
    constant(
      'requestPaths',
      'Every property of every request body, by method and path: what an error may name.',
      requestPaths(document, operations),
    ),
    constant('knownValues', 'The documented values of enumerations, by schema.', knownValues(document)),
  ].join('\n')
}
