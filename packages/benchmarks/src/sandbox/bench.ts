import { transformSync } from 'esbuild'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Child, start } from './child.ts'
import { type Asked, load } from './load.ts'
import type { Row, Size } from './report.ts'

/** What a measurement needs. */
export interface Options {
  /** A temporary folder. */
  folder: string
  /** The sandbox's built module. */
  built: string
  /** What is posted. */
  body: string
  /** How long each server is under load. */
  seconds: number
}

/** Puts servers under load, one after another, and keeps what was measured. */
export class Bench {
  readonly rows: Row[] = []
  readonly sizes: Size[] = []
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** A script of this folder as plain JavaScript: what runs it must not be measured with it. */
  script(name: string): string {
    const script = join(this.#options.folder, `${name}.mjs`)
    const source = readFileSync(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), 'utf8')
    writeFileSync(script, transformSync(source, { loader: 'ts', format: 'esm', target: 'node20' }).code)
    return script
  }

  async start(name: string, ...args: string[]): Promise<Child> {
    return start([this.script(name), ...args], join(this.#options.folder, `${name}.log`))
  }

  async sandbox(storage: string, logLevel = 'silent', count = 0): Promise<Child> {
    return this.start('sandbox', this.#options.built, storage, logLevel, String(count))
  }

  async post(name: string, begin: () => Promise<Child>): Promise<void> {
    process.stderr.write(`${name} …\n`)
    const { folder, body, seconds } = this.#options
    const child = await begin()
    try {
      const asked = this.asked(child, '', body)
      await load(folder, asked, Math.min(seconds, 5))
      const before = child.cpu()
      const measured = await load(folder, asked, seconds)
      const cpu = Math.round(((child.cpu() - before) / (measured.rate * seconds)) * 1e6)
      this.rows.push({ name, ...measured, megabytes: child.memory(), cpu })
    } finally {
      await child.stop()
    }
  }

  async size(store: string, database: string, count: number): Promise<void> {
    const name = `${count.toLocaleString('en')} in ${store}`
    process.stderr.write(`${name} …\n`)
    const { folder, body, seconds } = this.#options
    const child = await this.sandbox(database, 'silent', count)
    try {
      const search = this.asked(child, '?pageSize=25&searchField=InternalIdentifier&searchValue=FILL-{n}')
      const page = this.asked(child, '?pageSize=25')
      const time = Math.ceil(seconds / 2)
      await load(folder, search, 1)
      this.sizes.push({
        name,
        search: await load(folder, { ...search, most: count }, time),
        page: await load(folder, page, time),
        create: await load(folder, this.asked(child, '', body), time),
        megabytes: child.memory(),
      })
    } finally {
      await child.stop()
    }
  }

  asked({ url, token }: Child, query: string, body?: string): Asked {
    const headers = {
      'X-Tenant': 'portal.cloudcockpit.com',
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    }
    return { url: `${url}/v1/Customers${query}`, headers, ...(body === undefined ? {} : { body }) }
  }
}
