import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/field-errors.ts'],
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  // Eager: the declarations of the contract's types lie outside this folder and are to be bundled too.
  dts: { eager: true },
  // Only what package.json declares stays outside.
  noExternal: [/^@cloudcockpit\//],
})
