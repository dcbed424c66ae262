import { fileURLToPath } from 'node:url'
import { type Config, loadConfig } from '@redocly/openapi-core'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = fileURLToPath(new URL('../../../../openapi/', import.meta.url))

/**
 * The rules of this contract's `redocly.yaml`, or only those of Redocly in it.
 * @param ours true with the rules in code and the configured ones
 */
export async function configFor(ours: boolean): Promise<Config> {
  if (ours) return loadConfig({ configPath: `${folder}redocly.yaml` })
  const text = await readFile(`${folder}redocly.yaml`, 'utf8')
  const scratch = await mkdtemp(join(tmpdir(), 'rules-'))
  const configPath = join(scratch, 'redocly.yaml')
  await writeFile(configPath, withoutOurs(text))
  try {
    return await loadConfig({ configPath })
  } finally {
    await rm(scratch, { recursive: true })
  }
}

/** Drops the plugin and every rule `rule/…` and `contract/…`, with what is indented below it. */
function withoutOurs(text: string): string {
  const kept: string[] = []
  let skipping = false
  for (const line of text.split('\n')) {
    if (/^ {2}(rule|contract)\//.test(line) || line.startsWith('plugins:')) skipping = true
    else if (/^( {2})?\S/.test(line) && !/^ {2}- \.\/rules/.test(line)) skipping = false
    if (!skipping) kept.push(line)
  }
  return kept.join('\n')
}
