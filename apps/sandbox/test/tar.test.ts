import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { unpack } from '../src/db/tar.ts'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-tar-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** An archive as the system's own tar makes it. */
function archive(...args: string[]): Buffer {
  return execFileSync('tar', ['--format=ustar', '-cf', '-', '-C', folder, ...args])
}

test('unpacks what tar has packed', async () => {
  const deep = `in/${'long-name-'.repeat(9)}/folder`
  mkdirSync(join(folder, deep), { recursive: true })
  const bytes = Buffer.from(Array.from({ length: 1300 }, (_, index) => index % 256))
  writeFileSync(join(folder, deep, 'bytes'), bytes)
  writeFileSync(join(folder, 'in/empty'), '')
  const out = join(folder, 'out')
  unpack(archive('in'), out)
  expect(readFileSync(join(out, deep, 'bytes'))).toEqual(bytes)
  expect(readFileSync(join(out, 'in/empty'))).toHaveLength(0)
})

test('a name that leads out of the directory is refused', async () => {
  writeFileSync(join(folder, 'evil'), 'x')
  const evil = archive('-P', '--transform=s,^,../,', 'evil')
  expect(() => {
    unpack(evil, join(folder, 'safe'))
  }).toThrow('../evil')
})
