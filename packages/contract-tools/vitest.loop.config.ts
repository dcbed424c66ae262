import { defineConfig } from 'vitest/config'

/** `npm run dev` and `npm run check` as real processes in scratch copies; one after the other, for they are timed. */
export default defineConfig({
  test: {
    include: ['test/loop/*.test.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
