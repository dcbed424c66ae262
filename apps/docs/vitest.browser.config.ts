import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'docs-browser',
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/sites.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // Two cores: pages are visited by two tabs, while another browser does what mostly waits.
    maxConcurrency: 2,
    maxWorkers: 2,
  },
})
