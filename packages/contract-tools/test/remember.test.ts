import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Finding, right, wrong } from '../src/check/corner.ts'
import { lookOnce } from '../src/check/remember.ts'
import { Scratch } from './scratch.ts'

let scratch: Scratch
let looks: number

beforeEach(async () => {
  looks = 0
  scratch = await Scratch.of('package.json')
  await scratch.write('package-lock.json', '{}')
  await scratch.write('packages/contract-tools/src/check/cli.ts', '// looks')
  await scratch.write('folder/a.yaml', 'a: 1')
  await scratch.write('file.json', '{}')
})

afterEach(() => scratch.remove())

async function look(finding: Finding = right('fine')): Promise<number> {
  const corner = { name: 'corner', inputs: ['folder', 'file.json'] }
  const counted = async () => {
    looks += 1
    return Promise.resolve(finding)
  }
  expect(await lookOnce({ ...corner, look: counted }, scratch.root)).toEqual(finding)
  return looks
}

test('what was right and did not change is not looked at again', async () => {
  expect(await look()).toBe(1)
  expect(await look()).toBe(1)
})

test.each([
  ['a file in an input folder', 'folder/a.yaml', 'a: 2'],
  ['a new file in an input folder', 'folder/deep/b.yaml', ''],
  ['an input file', 'file.json', '[]'],
  ['the installed packages', 'package-lock.json', '{ }'],
  ['the code that looks', 'packages/contract-tools/src/check/cli.ts', '// looks closer'],
])('%s: what changed is looked at again', async (_, path, text) => {
  const before = await scratch.read(path).catch(() => undefined)
  await look()
  await scratch.write(path, text)
  expect(await look()).toBe(2)
  if (before !== undefined) await scratch.write(path, before)
  expect(await look()).toBe(before === undefined ? 2 : 3)
})

test('what moved from one file into another is looked at', async () => {
  await scratch.write('folder/b.yaml', 'b')
  await look()
  await scratch.write('folder/a.yaml', 'a: 1b')
  await scratch.write('folder/b.yaml', '')
  expect(await look()).toBe(2)
})

test('what was wrong is looked at each time', async () => {
  await look(wrong('broken', 'mend it'))
  await look(wrong('broken', 'mend it'))
  expect(looks).toBe(2)
})

test.each([
  ['the same commit to compare with', 'a', 'a', 1],
  ['another commit', 'a', 'b', 2],
  ['a commit that cannot be told', undefined, undefined, 2],
])('%s', async (_, first, second, expected) => {
  for (const state of [first, second]) {
    const inputs = ['file.json']
    const counted = async () => {
      looks += 1
      return Promise.resolve(right('fine'))
    }
    await lookOnce(
      { name: 'corner', inputs, state: async () => Promise.resolve(state), look: counted },
      scratch.root,
    )
  }
  expect(looks).toBe(expected)
})

test('a corner without inputs is looked at each time', async () => {
  const always = { name: 'always', look: async () => Promise.resolve(right(String((looks += 1)))) }
  expect(await lookOnce(always, scratch.root)).toEqual(right('1'))
  expect(await lookOnce(always, scratch.root)).toEqual(right('2'))
})
