import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contractRoot } from '../scripts/contract.ts'
import { lintContract } from '../scripts/lint.ts'
import { changedCopy, smallContract } from './support/copy.ts'

interface Report {
  problems: {
    ruleId: string
    location: { start: { line: number; col: number }; source: { ref: string } }[]
  }[]
}

/** Breaks a rule of Redocly, a configurable one, and one of our own in each way of reporting. */
const broken = {
  'paths/v1_Things.yaml': ['  x-roles: [csp]\n', ''],
  'components/schemas/Thing.yaml': ['x-sensitive', 'x-sensitiv'],
  'components/schemas/Lost.yaml': 'type: object\ndescription: Lost.\n',
  'components/examples/ThingWhole.yaml': ['{"weight":1}', '{"weight":"heavy"}'],
  'components/parameters/Key.yaml': ['description: The key to search for.\n', ''],
} as const

describe('redocly lint, as editors and other tools run it', () => {
  it('finds what our lint finds, at the same places', async () => {
    expect((await redocly(contractRoot)).problems).toEqual([])
    const root = await changedCopy(smallContract, broken)
    const ours = await lintContract({ root })
    const { problems } = await redocly(root)
    expect(ours.length).toBeGreaterThan(4)
    const theirs = problems.map(
      ({ ruleId, location: [at] }) => `${at?.source.ref}:${at?.start.line} ${ruleId}`,
    )
    expect(new Set(theirs)).toEqual(
      new Set(ours.map(({ file, line, rule }) => `${file.replace(root, '')}:${line} ${rule}`)),
    )
  }, 180_000)
})

async function redocly(root: string): Promise<Report> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js')
  const args = ['lint', 'openapi.yaml', '--format', 'json', '--config', `${contractRoot}redocly.yaml`]
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const child = spawn(process.execPath, [cli, ...args], { cwd: root, env })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => {
      const report: Report = JSON.parse(output)
      resolve(report)
    })
  })
}
