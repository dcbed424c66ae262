import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inRepository } from '../src/shared/repository.ts'
import { run } from '../src/shared/run.ts'

/** A copy of parts of this repository in which a test may break whatever it likes. */
export class Scratch {
  private constructor(readonly root: string) {}

  /**
   * Copies what git knows and what is new under some paths of this repository; the installed packages are shared.
   * @param paths files and folders, relative to the repository
   */
  static async of(...paths: string[]): Promise<Scratch> {
    const scratch = new Scratch(await mkdtemp(join(tmpdir(), 'scratch-')))
    const { stdout } = await run(
      ['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...paths],
      { cwd: inRepository() },
    )
    for (const path of stdout.split('\0').filter((name) => name !== '')) {
      await mkdir(dirname(join(scratch.root, path)), { recursive: true })
      // A file that is deleted but still known to git is no part of the working tree.
      await cp(inRepository(path), join(scratch.root, path)).catch(ignoreMissing)
    }
    return scratch
  }

  /** Shares this repository's installed packages with the copy. */
  async linkPackages(): Promise<void> {
    await symlink(inRepository('node_modules'), join(this.root, 'node_modules'))
  }

  async read(path: string): Promise<string> {
    return readFile(join(this.root, path), 'utf8')
  }

  async write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true })
    await writeFile(join(this.root, path), text)
  }

  /** Replaces text in a file, and fails when there is nothing to replace. */
  async replace(path: string, text: string, by: string): Promise<void> {
    const before = await this.read(path)
    if (!before.includes(text)) throw new Error(`${path} does not contain ${text}`)
    await this.write(path, before.replace(text, by))
  }

  async git(...parameters: string[]): Promise<string> {
    const identity = [
      '-c',
      'user.name=test',
      '-c',
      'user.email=test@example.test',
      '-c',
      'commit.gpgsign=false',
    ]
    const result = await run(['git', ...identity, ...parameters], { cwd: this.root })
    if (result.code !== 0) throw new Error(`git ${parameters.join(' ')}: ${result.stderr}`)
    return result.stdout.trim()
  }

  async commitAll(message: string): Promise<void> {
    await this.git('add', '--all')
    await this.git('commit', '--quiet', '--message', message)
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true })
  }
}

function ignoreMissing(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
  throw error
}
