import type { SiteIndex } from './site-index.ts'

/** Up to this many operations a contract is one that people read whole. */
const usual = 200

/**
 * How many characters of schemas a page shows before what is deeper becomes a link. A page of a usual contract
 * unfolds everything in place; a page of a vast one stays under 100 kB.
 */
export function roomFor({ operations }: SiteIndex): number {
  return operations.length > usual ? 34_000 : 400_000
}
