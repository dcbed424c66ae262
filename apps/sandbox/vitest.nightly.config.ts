import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { include: ['test/property/**/*.test.ts'], hookTimeout: 120_000 } })
