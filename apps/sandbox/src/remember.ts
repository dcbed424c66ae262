/** Remembers answers for a while. */
export interface Memory<Value> {
  (key: string): Promise<Value>
  /** Forgets everything. */
  forget(): void
}

/**
 * Puts a memory before a lookup.
 * @param lookup finds a value
 * @param milliseconds how long it stays valid
 * @param most how many values are kept
 */
export function remember<Value>(
  lookup: (key: string) => Promise<Value>,
  milliseconds: number,
  most = 1_000,
): Memory<Value> {
  const known = new Map<string, { value: Promise<Value>; until: number }>()
  const find = (key: string): Promise<Value> => {
    const found = known.get(key)
    if (found !== undefined && found.until > Date.now()) return found.value
    if (known.size >= most) known.clear()
    const value = lookup(key)
    known.set(key, { value, until: Date.now() + milliseconds })
    // What failed is asked again.
    value.catch(() => known.delete(key))
    return value
  }
  return Object.assign(find, {
    forget: () => {
      known.clear()
    },
  })
}
