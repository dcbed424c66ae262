type Defined<T> = { [K in keyof T]: NonNullable<T[K]> }

/** An object without its members that are null or undefined, so that they do not take the place of defaults. */
export function defined<T extends object>(values: T): Defined<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the way through entries loses which key has which type
  return Object.fromEntries(entries) as Defined<T>
}
