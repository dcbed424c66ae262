export { startSandbox, type Sandbox, type SandboxOptions } from './start.ts'
export type { OperationFault, TokenFault } from './faults/fault.ts'
export type { Credential } from './db/seed.ts'
export type { Config } from './config.ts'
