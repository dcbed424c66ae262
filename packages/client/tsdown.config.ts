import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/field-errors.ts'],
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  hash: false,
  // Declarations are made file by file (`isolatedDeclarations` in tsconfig.json sees to it that this is possible):
  // much faster than by a type check, which `npm run typecheck` is for.
  dts: { oxc: true },
  inputOptions: { checks: { pluginTimings: false } },
  deps: {
    // The contract's types and facts are part of the package; only what package.json declares stays outside.
    alwaysBundle: [/^@cloudcockpit\//],
  },
})
