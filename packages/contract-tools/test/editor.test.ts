import { readFile, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bundleContract } from '@cloudcockpit/openapi/scripts/bundle.ts'
import type { LintProblem } from '@cloudcockpit/openapi/scripts/lint.ts'
import { asAnnotations, asText } from '@cloudcockpit/openapi/scripts/lint-report.ts'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { inRepository } from '../src/shared/repository.ts'

const problem: LintProblem = {
  file: inRepository('openapi/paths/v1_Customers.yaml'),
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  rule: 'contract/marks',
  reason: 'No mark is called `x-role`: it means nothing.',
  fix: 'Use `x-roles`.',
  frame: '',
}

/** VS Code takes comments in these files, and so does YAML. */
async function settings(name: string): Promise<unknown> {
  const text = await readFile(inRepository('.vscode', name), 'utf8')
  return parse(text.replaceAll(/^\s*\/\/.*$/gm, ''))
}

async function patterns(): Promise<RegExp[]> {
  const text = JSON.stringify(await settings('tasks.json'))
  return [...text.matchAll(/"regexp":("(?:[^"\\]|\\.)*")/g)].map(
    ([, quoted = '""']) => new RegExp(String(JSON.parse(quoted))),
  )
}

test('a problem that lint reports is clickable, by the task and while following saves', async () => {
  const [annotation, place] = await patterns()
  expect(annotation?.exec(asAnnotations([problem]))?.slice(1, 7)).toEqual([
    'openapi/paths/v1_Customers.yaml',
    '3',
    '3',
    '5',
    '9',
    'contract/marks',
  ])
  const [line = ''] = asText([problem]).split('\n')
  expect(place?.exec(line)?.slice(1)).toEqual(['openapi/paths/v1_Customers.yaml', '3', '5'])
})

test('every YAML file of the contract has a schema for its kind', async () => {
  const text = JSON.stringify(await settings('settings.json'))
  const globs = [...text.matchAll(/"(openapi\/[^"]*\.yaml)"/g)].map(([, glob = '']) => glob)
  const entries = await readdir(inRepository('openapi'), { recursive: true })
  const files = entries.filter(
    (path) => /^(openapi\.yaml|paths\/|components\/)/.test(path) && path.endsWith('.yaml'),
  )
  expect(files.length).toBeGreaterThan(50)
  const uncovered = files.filter(
    (file) => globs.filter((glob) => covers(glob, `openapi/${file}`)).length !== 1,
  )
  expect(uncovered).toEqual([])
})

test('the schemas are files of installed packages that hold what is referred to', async () => {
  const text = JSON.stringify(await settings('settings.json'))
  const paths = [...text.matchAll(/"(\.\/[^"]*\.json)"/g)].map(([, path = '']) => path)
  expect(paths).toHaveLength(8)
  expect(text).not.toContain('http')
  for (const path of paths) {
    const references = JSON.stringify(await read(path)).matchAll(
      /"\$ref":"(\.[^"#]*)(?:#\/\$defs\/([^"]*))?"/g,
    )
    for (const [, file = '', definition] of references) {
      const target = await read(join(dirname(path), file))
      if (definition !== undefined) expect(target['$defs']).toHaveProperty(definition)
    }
  }
})

test('the bundled contract fits the schema that editors hold it to', async () => {
  const { document } = await bundleContract()
  expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true })
  expect(await new Validator().validate({ ...structuredClone(document), paths: [] })).toMatchObject({
    valid: false,
  })
})

async function read(path: string): Promise<Record<string, unknown>> {
  const parsed: unknown = JSON.parse(await readFile(inRepository(path), 'utf8'))
  return { ...(typeof parsed === 'object' ? parsed : {}) }
}

function covers(glob: string, path: string): boolean {
  return new RegExp(`^${glob.replaceAll('.', String.raw`\.`).replaceAll('*', '[^/]*')}$`).test(path)
}
