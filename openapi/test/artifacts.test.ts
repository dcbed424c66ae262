import { readFile, stat } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { makeArtifacts, staleFiles, writeArtifacts } from '../scripts/artifacts.ts'
import { bundleContract } from '../scripts/bundle.ts'
import { contractRoot } from '../scripts/contract.ts'
import { changedCopy } from './support/copy.ts'

const { document } = await bundleContract()
const artifacts = await makeArtifacts(document)
const facts = 'src/generated/facts.ts'

describe('what is generated', () => {
  it('is what is committed', async () => {
    expect(await staleFiles(artifacts, contractRoot)).toEqual([])
  })

  it('is the same every time, and the same from another folder', async () => {
    const root = await changedCopy(contractRoot, {})
    const again = await makeArtifacts((await bundleContract(root)).document)
    expect(again).toEqual(artifacts)
  })

  it('says what made it, and names no machine', () => {
    const sources = Object.entries(artifacts).filter(([path]) => path.endsWith('.ts'))
    for (const [, text] of sources) {
      expect(text).toMatch(/^\/\*\*\n \* Generated from the contract in `openapi\/`; do not edit/)
    }
    const all = Object.values(artifacts).join('')
    expect(all).not.toContain(contractRoot)
    expect(all).not.toContain('\r')
  })

  it('is called stale when one byte differs, and when a file is missing', async () => {
    const root = await changedCopy(contractRoot, {
      [facts]: ['as const', 'as  const'],
      'src/generated/types.ts': null,
    })
    expect(await staleFiles(artifacts, root)).toEqual([facts, 'src/generated/types.ts'])
  })

  it('is written only where it changed', async () => {
    const root = await changedCopy(contractRoot, { [facts]: ['as const', 'as  const'] })
    const before = await stat(`${root}src/generated/types.ts`)
    expect(await writeArtifacts(artifacts, root)).toEqual([facts])
    expect(await readFile(root + facts, 'utf8')).toBe(artifacts[facts])
    expect((await stat(`${root}src/generated/types.ts`)).mtimeMs).toBe(before.mtimeMs)
    expect(await writeArtifacts(artifacts, root)).toEqual([])
  })
})

describe('the bundle', () => {
  it('holds every component once, under the name of its file, and nothing of other files', () => {
    const text = artifacts['dist/openapi.json'] ?? ''
    expect(text).not.toMatch(/"\$ref": "(?!#\/components\/)/)
    expect(text).toContain('"$ref": "#/components/schemas/MicrosoftCustomerData"')
  })

  it('says which reference is broken', async () => {
    const root = await changedCopy(contractRoot, {
      'openapi.yaml': ['paths/v1_Customers.yaml', 'paths/v1_Gone.yaml'],
    })
    const { problems } = await bundleContract(root)
    expect(problems.map(({ message }) => message).join()).toContain('v1_Gone.yaml')
  })
})
