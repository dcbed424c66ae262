import { existsSync } from 'node:fs'
import {
  cp,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
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
    const copy = async (path: string) => {
      await mkdir(dirname(join(scratch.root, path)), { recursive: true })
      // A file that is deleted but still known to git is no part of the working tree.
      await cp(inRepository(path), join(scratch.root, path)).catch(ignoreMissing)
    }
    await Promise.all(
      stdout
        .split('\0')
        .filter((name) => name !== '')
        .map(copy),
    )
    return scratch
  }

  /** Shares this repository's installed packages with the copy; its own workspaces are those of the copy. */
  async linkPackages(): Promise<void> {
    await this.#link(inRepository('node_modules'), join(this.root, 'node_modules'))
    for (const workspace of await this.#workspaces()) {
      const installed = inRepository(workspace, 'node_modules')
      if (existsSync(installed)) await this.#link(installed, join(this.root, workspace, 'node_modules'))
      const name = /"name": "([^"]+)"/.exec(await this.read(`${workspace}/package.json`))?.[1] ?? workspace
      await mkdir(join(this.root, 'node_modules/@cloudcockpit'), { recursive: true })
      await symlink(join(this.root, workspace), join(this.root, 'node_modules', name))
    }
  }

  /**
   * Gives the copy packages of its own, as files that share their contents with this repository's: for tools that
   * look where a package really stands.
   */
  async copyPackages(): Promise<void> {
    const workspaces = await this.#workspaces()
    for (const folder of ['', ...workspaces]) {
      const installed = inRepository(folder, 'node_modules')
      if (existsSync(installed)) await shareFiles(installed, join(this.root, folder, 'node_modules'))
    }
  }

  async #link(from: string, to: string): Promise<void> {
    await mkdir(to, { recursive: true })
    const entries = (await readdir(from)).filter((name) => ![...caches, '@cloudcockpit'].includes(name))
    await Promise.all(entries.map((name) => symlink(join(from, name), join(to, name))))
  }

  async #workspaces(): Promise<string[]> {
    const candidates = ['openapi']
    for (const folder of ['packages', 'apps']) {
      const names = await readdir(join(this.root, folder)).catch(() => [])
      candidates.push(...names.map((name) => `${folder}/${name}`))
    }
    return candidates.filter((path) => existsSync(join(this.root, path, 'package.json')))
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

/** Copies a folder by hard links, where the file system allows them; caches that tools keep in it are left out. */
async function shareFiles(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  const entries = await readdir(from, { withFileTypes: true })
  for (const entry of entries.filter(({ name }) => !caches.includes(name))) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await shareFiles(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else await link(source, target).catch(async () => cp(source, target))
  }
}

const caches = ['.astro', '.cache', '.vite', '.vite-temp']

function ignoreMissing(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
  throw error
}
