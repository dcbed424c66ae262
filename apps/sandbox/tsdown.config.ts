import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/server.ts', 'src/index.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: false,
  deps: {
    // One file is read and compiled in a fraction of the time that the hundreds of files of the libraries take.
    alwaysBundle: [/./u],
    // PGlite finds its WebAssembly beside itself; OpenTelemetry, which prom-client brings, does not bear bundling.
    neverBundle: [/^@electric-sql\/pglite/u, 'prom-client'],
    onlyBundle: false,
  },
  // The snapshot of the data directory stays: it is named after what it depends on.
  clean: ['dist/*.js'],
  fixedExtension: false,
})
