import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const source = new URL('../src/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, source), 'utf8')

/** The names that the entries export, but for those of the contract. */
const exported = `${read('index.ts')}\n${read('field-errors.ts').replaceAll(/^export \w+ (\w+)/gm, 'export { $1 }')}`
const names = [...exported.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = '']) =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean),
)
const declarations = readdirSync(source)
  .map(read)
  .flatMap((text) => [
    ...text.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:async )?(\w+)(?:\*)? (\w+)/g),
  ])

test('there are exports to look at', () => {
  expect(names).toContain('createClient')
  expect(names).toContain('fieldErrors')
  expect(names.length).toBeGreaterThan(30)
})

// A type is shown by the examples of the function that takes or gives it.
test.each(names)('%s has TSDoc, and an example if it is called or caught', (name) => {
  const found = declarations.find(([, , , declared]) => declared === name)
  expect(found, 'it is declared in src').toBeDefined()
  const [, comment = '', kind] = found ?? []
  expect(comment).toMatch(/^\/\*\*/)
  if (kind === 'function' || kind === 'class' || kind === 'const') expect(comment).toContain('@example')
})
