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
