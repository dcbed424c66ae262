/** The SQLSTATE of a database error; undefined for any other. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/u.test(String(error.code))
    ? String(error.code)
    : undefined
}

/** A transaction that lost against another one: serialization failure or deadlock. */
export function shouldTryAgain(error: unknown): boolean {
  const state = sqlStateOf(error)
  return state === '40001' || state === '40P01'
}

/** Data that the database refuses although the contract allows it (class 22, data exception). */
export function isDataException(error: unknown): boolean {
  return sqlStateOf(error)?.startsWith('22') === true
}
