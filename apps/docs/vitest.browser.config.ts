import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'docs-browser',
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/sites.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Two cores: pages are visited by two tabs of one browser. A second browser beside it made everything slower.
    maxConcurrency: 2,
    maxWorkers: 1,
  },
})
