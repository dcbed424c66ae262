import { isObject, type JsonObject, objectAt, resolve } from './contract.ts'
import { header } from './header.ts'
import { type ContractOperation, listOperations } from './operations.ts'

/**
 * The request examples of the contract as typed constants. That they compile proves that the generated types
 * accept what the contract shows; tests and samples send them.
 * @param document the bundled contract
 * @returns the text of a `.ts` file
 */
export function generateExamples(document: JsonObject): string {
  const entries = listOperations(document)
    .map((operation) => ({ id: operation.id, examples: requestExamples(document, operation) }))
    .filter(({ examples }) => Object.keys(examples).length > 0)
    .map(({ id, examples }) => `  ${id}: ${typed(id, examples)},\n`)
  return (
    `${header}import type { operations } from './types.ts'\n\n` +
    `/** Every request example of the contract, by operation and name. */\n` +
    `export const requestExamples = {\n${entries.join('')}}\n`
  )
}

function requestExamples(document: JsonObject, { operation }: ContractOperation): JsonObject {
  const body = resolve(document, operation['requestBody']).value
  const examples = objectAt(objectAt(objectAt(body, 'content'), 'application/json'), 'examples')
  return Object.fromEntries(
    Object.entries(examples).flatMap(([name, example]) => {
      const { value } = resolve(document, example)
      return isObject(value) && value['value'] !== undefined ? [[name, value['value']]] : []
    }),
  )
}

function typed(id: string, examples: JsonObject): string {
  const type = `operations['${id}']['requestBody']['content']['application/json']`
  const names = Object.keys(examples).map((name) => `'${name}'`)
  return `${JSON.stringify(examples, null, 2)} satisfies Record<${names.join(' | ')}, ${type}>`
}
