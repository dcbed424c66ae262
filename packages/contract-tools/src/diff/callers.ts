import { basename } from 'node:path'
import { generateExamples } from '@cloudcockpit/openapi/scripts/examples.ts'
import type { JsonObject } from '@cloudcockpit/openapi/scripts/contract.ts'
import { objectAt, resolve } from '@cloudcockpit/openapi/scripts/contract.ts'
import { generateFacts } from '@cloudcockpit/openapi/scripts/facts.ts'
import { type ContractOperation, listOperations } from '@cloudcockpit/openapi/scripts/operations.ts'
import { generateTypes } from '@cloudcockpit/openapi/scripts/types.ts'
import ts from 'typescript'
import { docsSamples } from './docs-samples.ts'
import { inRepository } from '../shared/repository.ts'

/** Something that a caller of the older contract wrote, and that does not compile against the newer one. */
export interface CallerBreak {
  /** What it is: a sample, or a test. */
  name: string
  /** File and line. */
  place: string
  message: string
}

const generated = inRepository('openapi/src/generated')
const samples = inRepository('packages/client/test/older-samples.test-d.ts')

/**
 * Compiles what callers of the older contract wrote against the types of the newer one: every request example, code
 * that hands every answer on as the older type, the programs that the docs showed, and the type tests of the client of
 * that time.
 * @param older the bundled contract that callers were written against
 * @param newer the bundled contract that replaces it
 * @param client the client's files at the time of the older contract, by path in the repository
 * @returns what stops compiling, by name; what did not compile before is not counted
 */
export async function compileCallers(
  older: JsonObject,
  newer: JsonObject,
  client: Map<string, string>,
): Promise<CallerBreak[]> {
  const olderTypes = await generateTypes(older)
  const programs = await docsSamples(older)
  const files = new Map<string, string>([
    [`${generated}/types.older.ts`, olderTypes],
    [samples, samplesOf(older)],
    ...programs,
    ...[...client].map(([path, text]): [string, string] => [inRepository(path), text]),
  ])
  const roots = [
    samples,
    ...programs.keys(),
    ...[...files.keys()].filter((path) => path.endsWith('.test-d.ts') && path !== samples),
  ]
  const after = compile(roots, new Map([...files, ...(await generatedOf(newer))]))
  if (after.length === 0) return []
  const before = compile(roots, new Map([...files, ...(await generatedOf(older, olderTypes))]))
  const known = new Set(before.map(keyOf))
  return after.filter((found) => !known.has(keyOf(found)))
}

async function generatedOf(document: JsonObject, types?: string): Promise<[string, string][]> {
  return [
    [`${generated}/types.ts`, types ?? (await generateTypes(document))],
    [`${generated}/facts.ts`, generateFacts(document)],
    [`${generated}/examples.ts`, generateExamples(document)],
  ]
}

/** One constant per request example, and one per answer that is handed on under its older type. */
function samplesOf(document: JsonObject): string {
  const lines = [
    `import type * as Newer from '@cloudcockpit/openapi/types'`,
    `import type * as Older from '../../../openapi/src/generated/types.older.ts'`,
  ]
  for (const operation of listOperations(document)) {
    lines.push(...requestSamples(document, operation), ...answerSamples(document, operation))
  }
  return `${lines.join('\n')}\n`
}

function requestSamples(document: JsonObject, { id, method, path, operation }: ContractOperation): string[] {
  const at = `paths['${path}']['${method.toLowerCase()}']`
  const parameters = `declare const ${id}_parameters: Older.${at}['parameters']; export const ${id}_parameters_sent: Newer.${at}['parameters'] = ${id}_parameters`
  const content = objectAt(resolve(document, operation['requestBody'] ?? {}).value, 'content')
  const bodies = Object.entries(content).flatMap(([type]) => {
    const body = `NonNullable<Newer.${at}['requestBody']>['content']['${type}']`
    const examples = Object.entries(objectAt(objectAt(content, type), 'examples')).map(([name, example]) => {
      const value = resolve(document, example).value['value'] ?? null
      return `export const ${id}_example_${identifier(name)}: ${body} = ${JSON.stringify(value)}`
    })
    const any = `declare const ${id}_body: NonNullable<Older.${at}['requestBody']>['content']['${type}']; export const ${id}_body_sent: ${body} = ${id}_body`
    return examples.concat(any)
  })
  return [parameters, ...bodies]
}

function answerSamples(document: JsonObject, { id, method, path, operation }: ContractOperation): string[] {
  const at = `paths['${path}']['${method.toLowerCase()}']['responses']`
  return Object.entries(objectAt(operation, 'responses')).flatMap(([status, response]) => {
    const content = objectAt(resolve(document, response).value, 'content')
    const key = /^\d+$/.test(status) ? status : `'${status}'`
    return Object.keys(content).map((type) => {
      const tail = `[${key}]['content']['${type}']`
      const name = `${id}_answer_${identifier(status)}`
      return `declare const ${name}: Newer.${at}${tail}; export const ${name}_read: Older.${at}${tail} = ${name}`
    })
  })
}

function identifier(text: string): string {
  return text.replaceAll(/\W/g, '_')
}

/** Compiles files that need not be on the disk. */
function compile(roots: string[], files: Map<string, string>): CallerBreak[] {
  const options: ts.CompilerOptions = {
    ...ts.parseJsonConfigFileContent(
      ts.readConfigFile(inRepository('tsconfig.base.json'), (path) => ts.sys.readFile(path)).config,
      ts.sys,
      inRepository(),
    ).options,
    noUnusedLocals: false,
    noUnusedParameters: false,
    types: ['node'],
    // From its source, which may be that of an earlier commit; what is built is today's.
    paths: { '@cloudcockpit/client': [inRepository('packages/client/src/index.ts')] },
  }
  const host = overlaid(ts.createCompilerHost(options), files)
  const program = ts.createProgram(roots, options, host)
  return roots.flatMap((root) => {
    const source = program.getSourceFile(root)
    if (!source) throw new Error(`${root} could not be compiled: it is not there.`)
    return ts.getPreEmitDiagnostics(program, source).map((diagnostic) => describe(source, diagnostic))
  })
}

/** Files of the disk, which are the same in both compilations. */
const parsed = new Map<string, ts.SourceFile>()

/** A host that reads some files from memory, and the client from nowhere else: today's files must not mix in. */
function overlaid(disk: ts.CompilerHost, files: Map<string, string>): ts.CompilerHost {
  const client = inRepository('packages/client/')
  const whole = [...files.keys()].some((path) => path.startsWith(`${client}src/`))
  const hidden = (path: string) => whole && path.startsWith(client) && !path.includes('/node_modules/')
  return {
    ...disk,
    fileExists: (path) =>
      files.has(path) || (!(hidden(path) && path.endsWith('.ts')) && disk.fileExists(path)),
    readFile: (path) => files.get(path) ?? disk.readFile(path),
    getSourceFile: (path, version, ...rest) => {
      const text = files.get(path)
      if (text !== undefined) return ts.createSourceFile(path, text, version, true)
      const source = parsed.get(path) ?? disk.getSourceFile(path, version, ...rest)
      if (source) parsed.set(path, source)
      return source
    },
  }
}

function describe(source: ts.SourceFile, { start = 0, messageText }: ts.Diagnostic): CallerBreak {
  const { line } = source.getLineAndCharacterOfPosition(start)
  const text = source.text.split('\n')[line] ?? ''
  const sample = source.fileName === samples
  const message = shorten(ts.flattenDiagnosticMessageText(messageText, '\n'))
  const [, operation, example] = /\/older\/(\w+)\.(.+)\.ts$/.exec(source.fileName) ?? []
  if (operation !== undefined && example !== undefined)
    return { name: operation, place: `the docs' program ${example}, line ${line + 1}`, message }
  if (!sample)
    return { name: testAround(source, start), place: `${basename(source.fileName)}:${line + 1}`, message }
  return { ...sampleNamed(/export const (\w+)/.exec(text)?.[1] ?? ''), message }
}

function sampleNamed(name: string): { name: string; place: string } {
  const [, operation = name, kind = '', detail = ''] =
    /^(\w+?)_(parameters|body|example|answer)_?(\w*)$/.exec(name) ?? []
  const words: Record<string, string> = {
    parameters: 'code that sets every parameter',
    body: 'code that sends any body that was valid',
    example: `the example ${detail}`,
    answer: `code that reads the answer ${detail.replace('_read', '')}`,
  }
  return { name: operation, place: words[kind] ?? name }
}

/** The title of the test that a place stands in. */
function testAround(source: ts.SourceFile, position: number): string {
  let title = basename(source.fileName)
  const visit = (node: ts.Node): void => {
    if (position < node.getFullStart() || position > node.getEnd()) return
    if (ts.isCallExpression(node) && /^(test|it|describe)\b/.test(node.expression.getText(source))) {
      const [first] = node.arguments
      if (first && ts.isStringLiteralLike(first)) title = first.text
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return title
}

/** The deepest sentence of a compiler's message is the one that names the property. */
function shorten(message: string): string {
  const lines = message.split('\n').map((line) => line.trim())
  const [first = ''] = lines
  const last = lines.at(-1) ?? first
  const text = lines.length === 1 ? first : last
  return text.length > 240 ? `${text.slice(0, 237)}…` : text
}

function keyOf({ name, place, message }: CallerBreak): string {
  return `${name}\n${place}\n${message}`
}
