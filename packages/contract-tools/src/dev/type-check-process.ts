import { TypeCheck } from './type-check.ts'

/** Checks a workspace each time the parent asks, in a process of its own, so that lint need not wait for it. */
const [configPath] = process.argv.slice(2)
if (configPath === undefined) throw new Error('Name the tsconfig.json to check.')
const check = new TypeCheck(configPath)
process.on('message', () => {
  process.send?.({ event: 'checked', errors: check.run() })
})
process.on('disconnect', () => process.exit())
process.send?.({ event: 'ready' })
