import { readFileSync, statSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import ts from 'typescript'

/** One error of the compiler, as a terminal shows it. */
export interface TypeError {
  /** Relative to the folder that is checked. */
  place: string
  message: string
  /** The line of code, and the place in it. */
  frame: string
}

/**
 * A type-check that stays warm: files that did not change are neither read nor parsed again, and what they mean is
 * kept from one run to the next.
 */
export class TypeCheck {
  readonly #sources = new Map<string, { time: number; source: ts.SourceFile }>()
  readonly #options: ts.CompilerOptions
  readonly #folder: string
  readonly #configPath: string
  #builder: ts.SemanticDiagnosticsBuilderProgram | undefined

  /** @param configPath the `tsconfig.json` of the workspace to check */
  constructor(configPath: string) {
    this.#configPath = configPath
    this.#folder = dirname(configPath)
    this.#options = { ...this.#readConfig().options, noEmit: true }
  }

  /**
   * Checks the workspace as it stands on the disk.
   * @returns its errors; none means that it compiles
   */
  run(): TypeError[] {
    const { fileNames } = this.#readConfig()
    const host = this.#host()
    this.#builder = ts.createSemanticDiagnosticsBuilderProgram(fileNames, this.#options, host, this.#builder)
    const found = [...this.#builder.getSyntacticDiagnostics(), ...this.#builder.getSemanticDiagnostics()]
    return found.map((diagnostic) => this.#describe(diagnostic))
  }

  #readConfig(): ts.ParsedCommandLine {
    const { config } = ts.readConfigFile(this.#configPath, (path) => ts.sys.readFile(path))
    return ts.parseJsonConfigFileContent(config, ts.sys, this.#folder)
  }

  #host(): ts.CompilerHost {
    const host = ts.createCompilerHost(this.#options)
    return { ...host, getSourceFile: (path, version) => this.#source(path, version) }
  }

  #source(path: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined {
    const time = statSync(path, { throwIfNoEntry: false })?.mtimeMs
    if (time === undefined) return undefined
    const known = this.#sources.get(path)
    if (known?.time === time) return known.source
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), version, true)
    // The builder tells changed files from unchanged ones by this.
    Object.assign(source, { version: String(time) })
    this.#sources.set(path, { time, source })
    return source
  }

  #describe({ file, start = 0, length = 1, messageText }: ts.Diagnostic): TypeError {
    const message = ts.flattenDiagnosticMessageText(messageText, '\n')
    if (!file) return { place: this.#configPath, message, frame: '' }
    const { line, character } = file.getLineAndCharacterOfPosition(start)
    const text = file.text.split('\n')[line] ?? ''
    const mark = '~'.repeat(Math.max(1, Math.min(length, text.length - character)))
    return {
      place: `${relative(this.#folder, file.fileName)}:${line + 1}:${character + 1}`,
      message,
      frame: `${text}\n${' '.repeat(character)}${mark}`,
    }
  }
}
