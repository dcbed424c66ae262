import type { Json } from '../json.ts'

/** The texts of a list. */
export function strings(list: readonly Json[]): string[] {
  return list.filter((item): item is string => typeof item === 'string')
}
