import { readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import type { Case } from './cases.ts'
import { type Cost, run } from './run.ts'
import { slice } from './slice.ts'
import { writeSplit } from './split.ts'

/** A stage of ours, in a process of its own, and what stands beside it in the same run. */
export interface Row {
  stage: string
  cost: Cost
  /** The bare tool that does the same; none for what no bare tool does. */
  bare?: Cost
}

/** What only we do, in processor seconds of its own, over a part of a contract. */
export interface Growth {
  /** 1 for the whole, 4 for a quarter. */
  parts: number
  operations: number
  rules: number
  facts: number
  diff: number
}

/** Everything measured on one contract. */
export interface Measured {
  contract: Case
  rows: Row[]
  growth: Growth[]
}

/**
 * Puts a contract through the stages of this repository's pipeline and through the bare tools.
 * @param told takes what is done next
 * @throws Error when a stage of ours fails
 */
export async function measure(contract: Case, told: (text: string) => void): Promise<Measured> {
  const { name, path } = contract
  const growth: Growth[] = []
  for (const parts of [4, 2, 1]) {
    told(`${name}: our stages on 1/${parts}`)
    growth.push(await measureGrowth(path, parts))
  }
  const rows: Row[] = []
  const pairs = [
    ['lint', ['redocly', 'lint', path, '--format=summary']],
    ['types', ['openapi-typescript', path, '--output', `${path}.ts`]],
  ] as const
  for (const [name_, [program, ...parameters]] of pairs) {
    told(`${name}: ${name_}, bare and ours`)
    const bare = await bin(dirname(path), program, ...parameters)
    rows.push({ stage: name_, cost: await stage(name_, path), bare })
  }
  for (const only of ['facts', 'diff']) rows.push({ stage: only, cost: await stage(only, path) })
  return { contract, rows, growth }
}

async function measureGrowth(path: string, parts: number): Promise<Growth> {
  const document: unknown = JSON.parse(await readFile(path, 'utf8'))
  if (!isObject(document)) throw new Error(`${path} holds no object.`)
  const part = slice(document, parts)
  const file = path.replace(/\.json$/, `.${parts}.json`)
  await writeFile(file, JSON.stringify(part))
  const root = await writeSplit(part, `${file}.split`)
  const own = async (name: string) => Number((await stage(name, file, root)).stdout)
  const operations = Object.values(objectAt(part, 'paths')).flatMap((item) =>
    Object.keys(isObject(item) ? item : {}).filter((key) => /^(get|put|post|delete|patch|head)$/.test(key)),
  )
  return {
    parts,
    operations: operations.length,
    rules: await own('rules'),
    facts: await own('facts'),
    diff: await own('diff'),
  }
}

async function bin(cwd: string, program: string, ...parameters: string[]): Promise<Cost> {
  const file = fileURLToPath(new URL(`../../../../node_modules/.bin/${program}`, import.meta.url))
  // In the folder of the contract, where there is no configuration.
  return run(process.execPath, ['--max-old-space-size=4096', file, ...parameters], { cwd })
}

async function stage(name: string, ...parameters: string[]): Promise<Cost> {
  const file = fileURLToPath(new URL('stage.ts', import.meta.url))
  const cost = await run(process.execPath, [
    '--max-old-space-size=4096',
    '--import',
    'tsx',
    file,
    name,
    ...parameters,
  ])
  if (cost.code !== 0)
    throw new Error(`The stage failed. Run it by hand: tsx ${[file, name, ...parameters].join(' ')}`)
  return cost
}
