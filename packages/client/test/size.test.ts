import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { sizeGates, sizeOf } from '../scripts/size.ts'

const root = new URL('..', import.meta.url).pathname

test.each(sizeGates)('$name is within $limit bytes, as built', async ({ source, limit }) => {
  const size = await sizeOf(source, root, false)
  expect(size).toBeLessThanOrEqual(limit)
  // Not an empty program, which would mean that nothing was resolved.
  expect(size).toBeGreaterThan(limit / 2)
})

test.each(sizeGates)('$name would be over it with another kilobyte', async ({ source, limit }) => {
  const more = `${source}\nexport const more = '${randomBytes(1600).toString('hex')}'`
  expect(await sizeOf(more, root, false)).toBeGreaterThan(limit)
})

test('of openapi-fetch nothing is bundled but what makes addresses', async () => {
  const [core] = sizeGates
  const whole = `${core?.source}\nexport { default } from 'openapi-fetch'`
  const [slim, fat] = await Promise.all([sizeOf(core?.source ?? '', root, false), sizeOf(whole, root, false)])
  expect(fat - slim).toBeGreaterThan(1500)
})
