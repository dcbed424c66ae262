import { readFile } from 'node:fs/promises'
import { loadConfig } from '@redocly/openapi-core'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { advice } from '../scripts/advice.ts'
import { contractRoot, isObject } from '../scripts/contract.ts'
import { lintContract } from '../scripts/lint.ts'
import { lintCases } from './lint-cases.ts'
import { changedCopy, smallContract } from './support/copy.ts'

const configPath = `${contractRoot}redocly.yaml`

describe('the rules', () => {
  it('find nothing in the contract', async () => {
    expect(await lintContract()).toEqual([])
  })

  it('find nothing in the small contract that the cases break', async () => {
    expect(await lintContract({ root: smallContract })).toEqual([])
  })

  it.each(lintCases)('$rule finds $title', async ({ rule, changes, at, reason, fix }) => {
    const root = await changedCopy(smallContract, changes)
    const found = (await lintContract({ root })).filter((problem) => problem.rule === rule)
    const places = found.map(({ file, line }) => `${file.replace(root, '')}:${line}`)
    expect(places).toContain(at)
    const problem = found[places.indexOf(at)]
    expect(problem?.reason).toMatch(reason)
    expect(problem?.fix).toMatch(fix)
  })

  it('each have a case', async () => {
    const config: unknown = parse(await readFile(configPath, 'utf8'))
    const rules = isObject(config) && isObject(config['rules']) ? config['rules'] : {}
    const active = Object.keys(rules).filter((rule) => rules[rule] !== 'off')
    expect(active.length).toBeGreaterThan(20)
    const shown = new Set(lintCases.map(({ rule }) => rule))
    expect(active.filter((rule) => !shown.has(rule))).toEqual([])
  })

  it('each have advice', async () => {
    const { rules } = await loadConfig({ configPath })
    const active = Object.entries(rules.oas3_1)
      .filter(([, setting]) => (isObject(setting) ? setting['severity'] : setting) !== 'off')
      .map(([rule]) => rule)
      .filter((rule) => rule !== 'assertions' && !rule.startsWith('contract/'))
    expect(active.length).toBeGreaterThan(40)
    expect(active.filter((rule) => advice[rule] === undefined)).toEqual([])
  })

  it('report errors only', async () => {
    const { assertions, ...rules } = (await loadConfig({ configPath })).rules.oas3_1
    const configured = Array.isArray(assertions) ? assertions : []
    const settings = [...Object.values(rules), ...configured].map((setting: unknown) =>
      isObject(setting) ? (setting['severity'] ?? 'error') : setting,
    )
    expect(new Set(settings)).toEqual(new Set(['error', 'off']))
  })
})
