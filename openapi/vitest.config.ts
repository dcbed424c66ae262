import { defineProject } from 'vitest/config'

export default defineProject({
  test: {
    name: 'openapi',
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    isolate: false,
    maxWorkers: '100%',
  },
})
