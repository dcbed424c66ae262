import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Config, loadConfig } from '@redocly/openapi-core'

const folder = fileURLToPath(new URL('../../../../openapi/', import.meta.url))

/** The rules of this contract's `redocly.yaml`: all, only our own (in code or configured), or none at all. */
export type Rules = 'all' | 'ours' | 'none'

/** The configuration with some of the rules of this contract. */
export async function configFor(rules: Rules): Promise<Config> {
  if (rules === 'all') return loadConfig({ configPath: `${folder}redocly.yaml` })
  const scratch = await mkdtemp(join(tmpdir(), 'rules-'))
  const configPath = join(scratch, 'redocly.yaml')
  const text = rules === 'none' ? 'rules: {}\n' : ownRules(await readFile(`${folder}redocly.yaml`, 'utf8'))
  await writeFile(configPath, text)
  try {
    return await loadConfig({ configPath })
  } finally {
    await rm(scratch, { recursive: true })
  }
}

/** Keeps the plugin and every rule `rule/…` and `contract/…`, with what is indented below it. */
function ownRules(text: string): string {
  const kept = [`plugins:\n  - ${folder}rules/plugin.js\nrules:`]
  let keeping = false
  for (const line of text.split('\n')) {
    if (/^( {2})?\S/.test(line)) keeping = /^ {2}(rule|contract)\//.test(line)
    if (keeping) kept.push(line)
  }
  return `${kept.join('\n')}\n`
}
