import { bundle, loadConfig, type NormalizedProblem, stringifyYaml } from '@redocly/openapi-core'
import { contractRoot, isObject, type JsonObject } from './contract.ts'

/** The contract in one document, or what kept it from being made. */
export interface BundledContract {
  document: JsonObject
  problems: NormalizedProblem[]
}

/**
 * Bundles the contract into one document, in this process (a start of the Redocly CLI costs a second).
 * @param root the folder with `openapi.yaml`, with a trailing slash; default: this contract
 * @returns the document, and problems such as references that lead nowhere
 */
export async function bundleContract(root = contractRoot): Promise<BundledContract> {
  const config = await loadConfig({ configPath: `${contractRoot}redocly.yaml` })
  const result = await bundle({
    ref: `${root}openapi.yaml`,
    config,
    // Two files with one base name must fail instead of becoming `Item` and `Item-2`.
    componentRenamingConflicts: 'error',
  })
  const parsed: unknown = JSON.parse(JSON.stringify(result.bundle.parsed ?? {}))
  return { document: isObject(parsed) ? parsed : {}, problems: result.problems }
}

/** The document as JSON text that ends in a line feed. */
export function toJson(document: JsonObject): string {
  return `${JSON.stringify(document, null, 2)}\n`
}

/** The document as YAML text. */
export function toYaml(document: JsonObject): string {
  return stringifyYaml(document, { noRefs: true, lineWidth: 110 })
}
