import { readFile } from 'node:fs/promises'
import { loadConfig } from '@redocly/openapi-core'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import plugin from '../rules/plugin.js'
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

  it('of our own are all switched on, and no other name is: Redocly passes over a name that it does not know', async () => {
    const { rules } = await loadConfig({ configPath })
    const configured = Object.keys(rules.oas3_1).filter((rule) => rule.startsWith('contract/'))
    const written = Object.keys(plugin().rules?.oas3 ?? {}).map((rule) => `contract/${rule}`)
    expect(configured.toSorted()).toEqual(written.toSorted())
  })

  it('are called by their names: a misspelt one of Redocly in redocly.yaml is found', async () => {
    const text = await readFile(configPath, 'utf8')
    const root = await changedCopy(smallContract, {
      'redocly.yaml': text
        .replace('./rules/plugin.js', `${contractRoot}rules/plugin.js`)
        .replace('operation-description: error', 'operation-descriptions: error'),
    })
    const problems = await lintContract({ root, configPath: `${root}redocly.yaml` })
    expect(problems.map(({ reason }) => reason)).toEqual([expect.stringContaining('operation-descriptions')])
    expect(problems[0]?.fix).toContain('Correct redocly.yaml')
  })
})
