import { describe, expect, it } from 'vitest'
import type { LintProblem } from '../scripts/lint.ts'
import { asAnnotations, asJson, asText } from '../scripts/lint-report.ts'

const problem: LintProblem = {
  file: '/repository/openapi/components/schemas/Thing.yaml',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  rule: 'contract/marks',
  reason: 'No mark is called `x-foo`: 100 % sure.',
  fix: 'Use another.',
  frame: '3 | x-foo: 1\n  | ^^^^',
}

describe('a report', () => {
  it('starts with a place that can be clicked, and ends with what to do', () => {
    expect(asText([problem], '/repository')).toBe(
      [
        'openapi/components/schemas/Thing.yaml:3:5',
        '  3 | x-foo: 1',
        '    | ^^^^',
        '  No mark is called `x-foo`: 100 % sure.',
        '  Rule: contract/marks',
        '  Fix:  Use another.',
      ].join('\n'),
    )
  })

  it('names files outside of the repository in full', () => {
    expect(asText([problem], '/elsewhere')).toMatch(/^\/repository\/openapi/)
  })

  it('annotates lines on GitHub, with what has a meaning there escaped', () => {
    expect(asAnnotations([problem], '/repository')).toBe(
      '::error file=openapi/components/schemas/Thing.yaml,line=3,endLine=3,col=5,endColumn=9,title=contract/marks' +
        '::No mark is called `x-foo`: 100 %25 sure.%0AFix: Use another.',
    )
  })

  it('is JSON that other programs can read', () => {
    expect(JSON.parse(asJson([problem], '/repository'))).toEqual([
      { ...problem, file: 'openapi/components/schemas/Thing.yaml' },
    ])
  })
})
