import { readFile } from 'node:fs/promises'
import { compareContracts } from '@cloudcockpit/contract-tools/compare'
import { isObject, type JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { generateFacts } from '@cloudcockpit/openapi/scripts/facts.ts'
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
    const copy = structuredClone(document)
    return timed(async () => {
      const found = compareContracts(document, copy)
      if (found.length > 0) throw new Error(`A contract differs from itself: ${found[0]?.statement ?? ''}`)
      return Promise.resolve()
    })
  },
  // What our rules add to a walk without rules, over many files, so that the orphan check has something to do. The
  // lesser of two, for the difference of two measurements doubles their noise.
  rules: async () => {
    const ours: number[] = []
    const none: number[] = []
    for (let round = 0; round < 2; round += 1) {
      none.push(await timed(async () => linted(split, 'none')))
      ours.push(await timed(async () => linted(split, 'ours')))
    }
    return Math.max(0, Math.min(...ours) - Math.min(...none))
  },
}

const run = stages[stage]
if (run === undefined) throw new Error(`There is no stage ${stage}.`)
process.stdout.write(`${await run()}\n`)

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
