import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const folder = dirname(fileURLToPath(import.meta.url))

/**
 * Type-checks programs as strictly as the project does, all at once.
 * @param programs the source of each, by a name that serves as its file's.
 * @returns one line per problem, `name:line: text`; none when all is well.
 */
export function typeProblems(programs: ReadonlyMap<string, string>): string[] {
  const sources = new Map(
    [...programs].map(([name, source]) => [join(folder, `${name}.ts`), `${source}\nexport {}\n`]),
  )
  const options = compilerOptions()
  const disk = ts.createCompilerHost(options)
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => sources.has(path) || disk.fileExists(path),
    readFile: (path) => sources.get(path) ?? disk.readFile(path),
    getSourceFile: (path, language, ...rest) => {
      const source = sources.get(path)
      if (source === undefined) return disk.getSourceFile(path, language, ...rest)
      return ts.createSourceFile(path, source, language, true)
    },
  }
  const program = ts.createProgram([...sources.keys()], options, host)
  return ts.getPreEmitDiagnostics(program).map(line)
}

function compilerOptions(): ts.CompilerOptions {
  const path = join(folder, '../../../tsconfig.json')
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(path))
  // A program shows what it makes; whether it goes on to use it is no matter here.
  return { ...options, types: ['node'], noUnusedLocals: false, noUnusedParameters: false }
}

function line({ file, start, messageText }: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(messageText, '\n')
  if (file === undefined) return text
  const position = file.getLineAndCharacterOfPosition(start ?? 0)
  return `${file.fileName.slice(folder.length + 1)}:${position.line + 1}: ${text}`
}
