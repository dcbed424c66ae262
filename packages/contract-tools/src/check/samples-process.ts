import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { isObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { same } from '../diff/comparison.ts'
import { inRepository } from '../shared/repository.ts'

/**
 * Records the answers to all samples anew and compares them with those that the docs show. Ends with 2 and names the
 * samples whose answers are others; a process of its own, because it starts a sandbox.
 */
const module: unknown = await import(pathToFileURL(inRepository('apps/docs/src/samples/record-all.ts')).href)
const isRecorder = typeof module === 'object' && module !== null && 'recordAll' in module
const recordAll = isRecorder ? module.recordAll : undefined
if (typeof recordAll !== 'function')
  throw new Error(
    'apps/docs/src/samples/record-all.ts exports no `recordAll`. Bring the check in line with it.',
  )

const document: unknown = JSON.parse(await readFile(inRepository('openapi/dist/openapi.json'), 'utf8'))
const shown: unknown = JSON.parse(await readFile(inRepository('apps/docs/src/samples/recorded.json'), 'utf8'))
const given: unknown = JSON.parse(JSON.stringify(await recordAll(document)))
if (!isObject(shown) || !isObject(given)) throw new Error('The recorded answers are no JSON object.')
const stale = [...new Set([...Object.keys(shown), ...Object.keys(given)])].filter(
  (name) => !same(shown[name], given[name]),
)
if (stale.length === 0)
  process.stdout.write(`${Object.keys(shown).length} recorded answers are those of the sandbox\n`)
else process.stdout.write(stale.map((name) => `the recorded answer to ${name} is stale\n`).join(''))
process.exit(stale.length === 0 ? 0 : 2)
