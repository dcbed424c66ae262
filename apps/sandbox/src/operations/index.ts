import { customers } from './customers.ts'
import type { Operations } from './operation.ts'
import { resellers } from './resellers.ts'

/** Every operation that the sandbox does, by its id in the contract. */
export const operations: Operations = { ...customers, ...resellers }
