import { readFile } from 'node:fs/promises'
import { compareContracts } from '@cloudcockpit/contract-tools/compare'
import { isObject, type JsonObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import { generateFacts } from '@cloudcockpit/openapi/scripts/facts.ts'
import { listOperations } from '@cloudcockpit/openapi/scripts/operations.ts'
import { generateTypes } from '@cloudcockpit/openapi/scripts/types.ts'
import { lint } from '@redocly/openapi-core'
import { configFor, type Rules } from './rules.ts'

/**
 * One stage of the pipeline over one contract, in a process of its own: `stage.ts <stage> <contract> [<folder>]`, where
 * the folder's root document holds the same contract in many files. Prints the processor seconds that the stage
 * itself took: other programs on the machine change them less than they change the time that passes.
 */
const [stage, path, split = ''] = process.argv.slice(2)
if (stage === undefined || path === undefined) throw new Error('Name the stage and the contract.')

const stages: Record<string, () => Promise<number>> = {
  lint: async () => timed(async () => linted(path, 'all')),
  types: async () => {
    const document = await read(path)
    return timed(async () => generateTypes(document))
  },
  facts: async () => {
    const document = await read(path)
    return timed(async () => Promise.resolve(generateFacts(document)))
  },
  diff: async () => {
    const document = await read(path)
    const newer = changed(document)
    return timed(async () => {
      if (compareContracts(document, newer).length === 0) throw new Error('Not one change was found.')
      return Promise.resolve()
    })
  },
  // What our rules add to a walk without rules, over many files, so that the orphan check has something to do. The
  // least of three, for the difference of two measurements doubles their noise.
  rules: async () => {
    const ours: number[] = []
    const none: number[] = []
    for (let round = 0; round < 3; round += 1) {
      none.push(await timed(async () => linted(split, 'none')))
      ours.push(await timed(async () => linted(split, 'ours')))
    }
    return Math.max(0, Math.min(...ours) - Math.min(...none))
  },
}

const run = stages[stage]
if (run === undefined) throw new Error(`There is no stage ${stage}.`)
process.stdout.write(`${await run()}\n`)

/** The next contract: every tenth schema has lost a property, every tenth operation has another description. */
function changed(document: JsonObject): JsonObject {
  const copy = structuredClone(document)
  const every = (_: unknown, index: number) => index % 10 === 0
  for (const schema of Object.values(objectAt(objectAt(copy, 'components'), 'schemas')).filter(every)) {
    const properties = objectAt(schema, 'properties')
    const [first] = Object.keys(properties)
    if (first !== undefined) delete properties[first]
  }
  for (const { operation } of listOperations(copy).filter(every)) operation['description'] = 'Other words.'
  return copy
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

async function linted(ref: string, rules: Rules): Promise<void> {
  await lint({ ref, config: await configFor(rules) })
}

async function read(file: string): Promise<JsonObject> {
  const document: unknown = JSON.parse(await readFile(file, 'utf8'))
  if (!isObject(document)) throw new Error(`${file} holds no object.`)
  return document
}
