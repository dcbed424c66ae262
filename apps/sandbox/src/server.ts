import { readConfig } from './config.ts'
import { startSandbox } from './start.ts'

const config = readConfig(process.argv.slice(2), process.env)
const sandbox = await startSandbox(config)
process.stdout.write(`${sandbox.url}\n`)
