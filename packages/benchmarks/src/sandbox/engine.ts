import type * as Engine from '@electric-sql/pglite'

/** PGlite and nothing else: opens a directory, asks one question and ends. The arguments: its module, the directory. */
const [path = '', directory = ''] = process.argv.slice(2)
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the module has the types of its package
const { PGlite } = (await import(path)) as typeof Engine
const engine = await PGlite.create(directory)
await engine.query('select 1')
process.exit()
