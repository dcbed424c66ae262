import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { contractRoot } from '../scripts/contract.ts'

const tests = `${contractRoot}test/types.test-d.ts`
const types = `${contractRoot}src/generated/types.ts`
const original = readFileSync(types, 'utf8')

/** Ways in which the generated types could get worse, as edits of their text. */
const worse: [title: string, search: string, replacement: string][] = [
  ['a required property becomes optional', 'companyName: string | null', 'companyName?: string | null'],
  ['an optional property becomes required', 'taxId?: string | null', 'taxId: string | null'],
  ['a nullable property is not null any more', 'zip: string | null', 'zip: string'],
  ['a property is lost', 'middleName?: string | null', '// lost'],
  ['a property changes its type', 'value?: number', 'value?: string'],
  [
    'a dictionary becomes a list',
    '[key: string]: components["schemas"]["ProviderCustomer"]',
    '[key: number]: components["schemas"]["ProviderCustomer"]',
  ],
  ['a shape of a union is lost', ' | components["schemas"]["OfferTypeMarginsWrapper"];', ';'],
  ['a value of an open enumeration is lost', '"Markup" | "Margin" | ', '"Markup" | '],
  ['an open enumeration is closed', '"Failed" | (string & {})', '"Failed"'],
  ['an open enumeration forgets its values', '"Processing" | "Success" | "Failed" | (string & {})', 'string'],
  ['the closed enumeration is opened', '"ZW";', '"ZW" | (string & {});'],
  ['a header becomes optional', '"X-Tenant": components', '"X-Tenant"?: components'],
  ['a body becomes optional', 'requestBody: {', 'requestBody?: {'],
]

describe('the type tests', { timeout: 60_000 }, () => {
  it('pass with the generated types', () => {
    expect(problemsWith(original)).toEqual([])
  })

  it.each(worse)('fail when %s', (_, search, replacement) => {
    expect(original).toContain(search)
    expect(problemsWith(original.replaceAll(search, replacement))).not.toEqual([])
  })
})

const config = ts.getParsedCommandLineOfConfigFile(
  `${contractRoot}tsconfig.json`,
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: () => undefined,
  },
)
// Without the types of Node, which these tests do not need and which take longer than all the rest.
const options = { ...config?.options, noEmit: true, types: [] }
const host = ts.createCompilerHost(options)
const parsed = new Map<string, ts.SourceFile | undefined>()
let program: ts.Program | undefined

/** What the compiler says about the type tests when the generated types have this text. */
function problemsWith(text: string): string[] {
  const getSourceFile: ts.CompilerHost['getSourceFile'] = (file, version) => {
    if (file === types) return ts.createSourceFile(file, text, version)
    if (!parsed.has(file)) parsed.set(file, host.getSourceFile(file, version))
    return parsed.get(file)
  }
  program = ts.createProgram([tests], options, { ...host, getSourceFile }, program)
  const found = program.getSemanticDiagnostics(program.getSourceFile(tests))
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
