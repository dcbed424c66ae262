import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { format, resolveConfig } from 'prettier'

/** The files of a contract, as they are to be written; nothing is written before everything is known to fit. */
export class ContractFiles {
  readonly #root: string
  readonly #changed = new Map<string, string>()

  /** @param root the contract's folder, with a trailing slash */
  constructor(root: string) {
    this.#root = root
  }

  /** The text of a file; undefined when there is none. */
  async read(path: string): Promise<string | undefined> {
    return this.#changed.get(path) ?? (await readFile(join(this.#root, path), 'utf8').catch(() => undefined))
  }

  /** The names in a folder, without `.yaml`. */
  async names(folder: string): Promise<string[]> {
    const names = await readdir(join(this.#root, folder)).catch(() => [])
    return names.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length))
  }

  set(path: string, text: string): void {
    this.#changed.set(path, text)
  }

  /**
   * Writes everything, formatted as the house does.
   * @returns the paths that were written
   */
  async write(): Promise<string[]> {
    for (const [path, text] of this.#changed) {
      const file = join(this.#root, path)
      const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file })
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, formatted)
    }
    return [...this.#changed.keys()]
  }
}

/**
 * Inserts lines at the end of a block of a YAML text, and keeps everything else as it is, comments included.
 * @param block the key whose members are indented below it, at the top level
 * @throws Error when the text has no such block
 */
export function appendTo(text: string, block: string, lines: string): string {
  const all = text.split('\n')
  const start = all.findIndex((line) => line === `${block}:`)
  if (start < 0) throw new Error(`There is no \`${block}:\` to add to. Add it by hand.`)
  const length = all.slice(start + 1).findIndex((line) => /^[^\s#]/.test(line))
  const end = length < 0 ? all.length : start + 1 + length
  const before = all.slice(0, end).join('\n').trimEnd()
  return `${before}\n${lines.trimEnd()}\n${all.slice(end).join('\n')}`
}
