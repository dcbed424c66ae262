import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portOf } from '../../test/support/port.ts'
import { staticServer } from './static-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'docs-serve-'))
let server: Server
let address: string

beforeAll(async () => {
  mkdirSync(join(folder, 'site', 'a'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'site', 'a', 'index.html'), '<p>A</p>')
  writeFileSync(join(folder, 'site', '404.html'), '<p>Nothing here</p>')
  writeFileSync(join(folder, 'site', '_headers'), '/base/*\n  X-Test: yes\n')
  server = staticServer(join(folder, 'site'), '/base/')
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${String(portOf(server))}`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

describe('a static host', () => {
  test('serves pages with the headers of the file, compressed', async () => {
    const response = await fetch(`${address}/base/a/`)
    expect(response.status).toBe(200)
    expect(response.headers.get('x-test')).toBe('yes')
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(await response.text()).toBe('<p>A</p>')
  })

  test('adds the slash that is missing', async () => {
    const response = await fetch(`${address}/base/a`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([301, '/base/a/'])
  })

  test.each([
    '/base/none/',
    '/a/',
    '/base/../secret.txt',
    '/base/%2e%2e/secret.txt',
    '/base/..%2fsecret.txt',
    '/base/%00',
    '/base/%',
  ])('answers 404 to %s and shows no file of others', async (path) => {
    const response = await fetch(address + path)
    expect([response.status, await response.text()]).toEqual([404, '<p>Nothing here</p>'])
  })

  test('refuses what is not reading', async () => {
    const response = await fetch(`${address}/base/a/`, { method: 'POST' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  test('says what is missing when there is no site', () => {
    expect(() => staticServer(folder)).toThrow(/npm run build/)
  })
})
