/** The value that a share of the values do not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? NaN
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The median with the quartiles around it. */
export function quartiles(values: readonly number[]): readonly [number, number, number] {
  return [quantile(values, 0.25), median(values), quantile(values, 0.75)]
}

/** How far a median may be off by chance: its standard error, from the quartiles of so many values. */
export function standardError([low, , high]: readonly [number, number, number], count: number): number {
  return (1.2533 * (high - low)) / 1.349 / Math.sqrt(count)
}
