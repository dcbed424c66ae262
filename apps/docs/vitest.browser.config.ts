import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'docs-browser',
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/sites.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // Two cores: each page is visited by one of three tabs.
    maxConcurrency: 3,
    fileParallelism: false,
  },
})
