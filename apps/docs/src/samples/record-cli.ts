import { writeFile } from 'node:fs/promises'
import document from '@cloudcockpit/openapi/openapi.json' with { type: 'json' }
import { recordAll } from './record-all.ts'

const file = new URL('./recorded.json', import.meta.url)
const recorded = await recordAll(document)
await writeFile(file, `${JSON.stringify(recorded, null, 2)}\n`)
const lines = Object.entries(recorded).map(([key, { status }]) => `${status} ${key}`)
process.stdout.write(`${lines.join('\n')}\n${lines.length} answers written to src/samples/recorded.json\n`)
