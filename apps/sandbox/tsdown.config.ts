import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/server.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: false,
  // The contract's facts are TypeScript, which Node does not load.
  noExternal: [/^@cloudcockpit\//],
  // The snapshot of the data directory stays: it is named after what it depends on.
  clean: ['dist/*.js'],
  fixedExtension: false,
})
