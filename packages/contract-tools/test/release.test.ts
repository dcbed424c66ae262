import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diffContract } from '../src/diff/diff.ts'
import { asChangelog, asJson, asMarkdown, asText } from '../src/diff/report.ts'
import { Scratch } from './scratch.ts'

const customer = 'openapi/components/schemas/Customer.yaml'
const index = 'openapi/openapi.yaml'
const notes = 'openapi/CHANGELOG.md'
const approvals = 'openapi/approved-changes.yaml'

let scratch: Scratch

beforeAll(async () => {
  scratch = await Scratch.of('openapi/openapi.yaml', 'openapi/paths', 'openapi/components')
  await scratch.git('init', '--quiet', '--initial-branch', 'main')
  await scratch.write(notes, '# Changes\n')
  await scratch.commitAll('the older contract')
  await scratch.git('tag', 'contract-v1.0.0')
  await scratch.git('checkout', '--quiet', '-b', 'work')
})

afterAll(() => scratch.remove())

async function diff(ref?: string) {
  return diffContract({ ref, repository: scratch.root, callers: false })
}

async function edited<T>(
  files: Record<string, (text: string) => string>,
  check: () => Promise<T>,
): Promise<T> {
  const before = new Map<string, string>()
  try {
    for (const [path, edit] of Object.entries(files)) {
      const text = await scratch.read(path).catch(() => '')
      before.set(path, text)
      expect(edit(text)).not.toBe(text)
      await scratch.write(path, edit(text))
    }
    return await check()
  } finally {
    for (const [path, text] of before) await scratch.write(path, text)
  }
}

const requireTaxId = {
  [customer]: (text: string) => text.replace('  - companyName\n', '  - companyName\n  - taxId\n'),
}
const addRegion = {
  [customer]: (text: string) =>
    text.replace(
      'properties:\n',
      'properties:\n  region:\n    type: string\n    maxLength: 9\n    description: A region.\n',
    ),
}
const majorBump = { [index]: (text: string) => text.replace(/version: \d+\.\d+\.\d+/, 'version: 99.0.0') }

describe('the baseline', () => {
  test('is the newest release tag', async () => {
    expect((await diff()).baseline).toBe('contract-v1.0.0')
  })

  test('is where the branch began when nothing was released', async () => {
    const commit = await scratch.git('rev-parse', 'main')
    await scratch.git('tag', '--delete', 'contract-v1.0.0')
    const { baseline } = await diff()
    await scratch.git('tag', 'contract-v1.0.0', 'main')
    expect(baseline).toBe(commit)
  })

  test('that is not here says how to fetch it', async () => {
    await expect(diff('no-such-tag')).rejects.toThrow(/git fetch --tags --unshallow/)
  })

  test('without a git repository says so', async () => {
    const bare = await Scratch.of('openapi/openapi.yaml', 'openapi/paths', 'openapi/components')
    await expect(diffContract({ repository: bare.root, callers: false })).rejects.toThrow(/no git repository/)
    await bare.remove()
  })
})

describe('the gate', () => {
  test('lets an unchanged contract pass', async () => {
    expect(await diff()).toMatchObject({ changes: [], objections: [] })
  })

  test('refuses a breaking change without a new major version', async () => {
    const { objections } = await edited(requireTaxId, diff)
    expect(objections.map(({ problem }) => problem).join('\n')).toMatch(
      /`Customer.taxId` must now be sent.*\d+\.\d+\.\d+ only/,
    )
  })

  test('refuses a change that the change notes do not name, and takes one that they do', async () => {
    const { objections } = await edited(addRegion, diff)
    expect(objections).toHaveLength(1)
    expect(objections[0]?.problem).toContain('CHANGELOG.md')
    const named = { ...addRegion, [notes]: (text: string) => `${text}- \`Customer.region\` is new.\n` }
    expect((await edited(named, diff)).objections).toEqual([])
  })

  test('takes a breaking change with a new major version and an entry', async () => {
    const files = {
      ...requireTaxId,
      ...majorBump,
      [notes]: (text: string) => `${text}- \`Customer.taxId\`\n`,
    }
    expect((await edited(files, diff)).objections).toEqual([])
  })

  test('takes an approved breaking change, and refuses an approval that approves nothing', async () => {
    const approval = '- change: required request Customer.taxId\n  reason: Nobody calls it yet.\n'
    const entry = { [notes]: (text: string) => `${text}- \`Customer.taxId\`\n` }
    const approve = { [approvals]: () => approval }
    expect((await edited({ ...requireTaxId, ...entry, ...approve }, diff)).objections).toEqual([])
    expect((await edited(approve, diff)).objections[0]?.problem).toContain('no breaking change')
  })

  test('an approval needs a reason', async () => {
    await expect(edited({ [approvals]: () => '- change: x\n' }, diff)).rejects.toThrow(/reason/)
  })
})

test('the report names requests and answers separately, in every form', async () => {
  const report = await edited(requireTaxId, diff)
  expect(asText(report)).toContain(
    'breaking Requests\n  `Customer.taxId` must now be sent; it could be left out.',
  )
  expect(asText(report)).toContain('additive Answers\n  `Customer.taxId` is now always there.')
  expect(asMarkdown(report)).toContain('### Requests: breaking')
  expect(JSON.parse(asJson(report))).toMatchObject({
    changes: [
      { key: 'required request Customer.taxId', operations: ['createCustomer'] },
      { side: 'response' },
    ],
  })
  expect(asChangelog(report)).toContain('**Breaking.** `Customer.taxId` must now be sent')
})
