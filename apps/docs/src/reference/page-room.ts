import type { SiteIndex } from './site-index.ts'

/** Up to this many operations a contract is one that people read whole. */
const usual = 200

/** Whether a contract is so large that people look things up in it and nobody reads it whole. */
export function isVast({ operations }: SiteIndex): boolean {
  return operations.length > usual
}

/**
 * How many characters of schemas a page shows before what is deeper becomes a link. A page of a usual contract
 * unfolds everything in place; a page of a vast one stays under 100 kB.
 */
export function roomFor(index: SiteIndex): number {
  return isVast(index) ? 40_000 : 400_000
}
