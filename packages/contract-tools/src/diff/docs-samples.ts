import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { listOperations } from '@cloudcockpit/openapi/scripts/operations.ts'
import { inRepository } from '../shared/repository.ts'

const folder = 'apps/docs/src/samples'

/**
 * The programs that the docs show for a contract, one per request example: what a caller has most likely copied.
 * @param document a bundled contract
 * @returns their texts by a path beside the docs' samples, where nothing stands on the disk; none without the docs
 * @throws Error when the docs no longer export what makes samples
 */
export async function docsSamples(document: JsonObject): Promise<Map<string, string>> {
  const programs = new Map<string, string>()
  if (!existsSync(inRepository(folder))) return programs
  const exampleNames = await functionOf('request.ts', 'exampleNames')
  const samplesFor = await functionOf('samples.ts', 'samplesFor')
  for (const { id } of listOperations(document)) {
    const names: unknown = exampleNames(document, id)
    for (const name of Array.isArray(names) ? names.map(String) : []) {
      const sample: unknown = samplesFor(document, id, name)
      const isSample = typeof sample === 'object' && sample !== null && 'typescript' in sample
      if (!isSample) throw new Error(`${folder}/samples.ts made no TypeScript for ${id}, ${name}.`)
      programs.set(
        inRepository(folder, 'older', `${id}.${name}.ts`),
        `${String(sample.typescript)}\nexport {}\n`,
      )
    }
  }
  return programs
}

type AnyFunction = (...parameters: unknown[]) => unknown

/** The docs are no dependency: they are built from the contract, and this from them would turn the graph round. */
async function functionOf(file: string, name: string): Promise<AnyFunction> {
  const module: unknown = await import(pathToFileURL(inRepository(folder, file)).href)
  const exported = typeof module === 'object' && module !== null ? Object.entries(module) : []
  const found: unknown = exported.find(([key]) => key === name)?.[1]
  if (!isFunction(found))
    throw new Error(`${folder}/${file} exports no \`${name}\`. Bring the comparison in line with it.`)
  return found
}

function isFunction(value: unknown): value is AnyFunction {
  return typeof value === 'function'
}
