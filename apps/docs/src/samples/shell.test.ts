import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shellWord } from './shell.ts'

/** Every character now and then, and often one that shells treat as special. */
const unit = fc.oneof(
  fc.constantFrom(...Array.from(`'"\\$\`!*?~#&|;<>(){}[]^%= \n\t`)),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)

describe.each(['sh', 'bash'])('%s', (shell) => {
  test('hands every text to a program as it was', () => {
    const texts = fc.array(fc.string({ unit }).map(speakable), { minLength: 20, maxLength: 60 })
    fc.assert(
      fc.property(texts, (some) => {
        expect(echoed(shell, some)).toEqual(some)
      }),
      { numRuns: 25 },
    )
  })

  test('keeps what shells treat as special', () => {
    const special = [
      "it's",
      `"$HOME"`,
      '$(id)',
      '`id`',
      'a\\nb',
      '\\',
      "'",
      "''",
      '!!',
      'line\nline',
      '*',
      '~',
      'º ☃',
    ]
    expect(echoed(shell, special)).toEqual(special)
  })
})

/** A word cannot hold NUL. JSON text never holds one. */
function speakable(text: string): string {
  return text.replaceAll('\0', '')
}

function echoed(shell: string, texts: readonly string[]): string[] {
  const script = `printf '%s\\0' ${texts.map(shellWord).join(' ')}`
  return execFileSync(shell, ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}
