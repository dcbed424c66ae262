import { expect, test } from 'vitest'
import { loopbackOrigin } from './loopback.ts'

test.each([
  ['http://localhost:4010', 'http://localhost:4010'],
  ['http://127.0.0.1:1/path', 'http://127.0.0.1:1'],
  ['http://[::1]:4010/', 'http://[::1]:4010'],
  ['https://localhost', 'https://localhost'],
])('%s is on this machine', (address, origin) => {
  expect(loopbackOrigin(address)).toBe(origin)
})

test.each([
  'https://collector.example',
  'http://localhost.collector.example',
  'http://localhost@collector.example',
  'http://127.0.0.1.collector.example',
  'javascript:alert(1)//localhost',
  'file://localhost/etc/passwd',
  'localhost:4010',
  '//localhost',
  '',
])('%s is not', (address) => {
  expect(loopbackOrigin(address)).toBeUndefined()
})
