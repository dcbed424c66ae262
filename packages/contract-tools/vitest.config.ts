import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One start of the compiler and of Redocly per core, not per file.
    isolate: false,
    maxWorkers: '100%',
  },
})
