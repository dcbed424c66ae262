import { readFile } from 'node:fs/promises'
import { compareContracts } from '@cloudcockpit/contract-tools/compare'
import { isObject, type JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { generateFacts } from '@cloudcockpit/openapi/scripts/facts.ts'
import { generateTypes } from '@cloudcockpit/openapi/scripts/types.ts'
import { lint } from '@redocly/openapi-core'
import { configFor } from './rules.ts'

/** One stage of the pipeline over one contract, in a process of its own: `stage.ts <stage> <contract.json>`. */
const [stage, path] = process.argv.slice(2)
if (stage === undefined || path === undefined) throw new Error('Name the stage and the contract.')

async function read(file: string): Promise<JsonObject> {
  const document: unknown = JSON.parse(await readFile(file, 'utf8'))
  if (!isObject(document)) throw new Error(`${file} holds no object.`)
  return document
}

switch (stage) {
  case 'load':
    await read(path)
    break
  case 'types':
    await generateTypes(await read(path))
    break
  case 'facts':
    generateFacts(await read(path))
    break
  case 'diff': {
    const document = await read(path)
    const found = compareContracts(document, structuredClone(document))
    if (found.length > 0) throw new Error(`A contract differs from itself: ${found[0]?.statement ?? ''}`)
    break
  }
  case 'lint with our rules':
  case 'lint without our rules':
    await lint({ ref: path, config: await configFor(stage === 'lint with our rules') })
    break
  default:
    throw new Error(`There is no stage ${stage}.`)
}
