import type { CockpitEvent } from './events.ts'

/** What a log has in common with `console`, pino and winston. */
export interface Logger {
  debug(line: string): unknown
  warn(line: string): unknown
  error(line: string): unknown
}

/**
 * Makes a hook for `onEvent` that writes one line per event: requests and answers as debug, retries as warnings,
 * failures as errors. The lines hold neither headers nor bodies, and error messages are masked.
 * @example
 * ```ts
 * const cockpit = createClient({ tenant, auth, onEvent: logTo(console) })
 * // POST /v1/Customers 201 in 35 ms, attempt 1, correlation id 0f8fad5b-d9cb-469f-a165-70867728950e
 * ```
 */
export function logTo(logger: Logger): (event: CockpitEvent) => void {
  return (event) => {
    const { type, method, path, attempt, correlationId, error, result, delayMs = 0 } = event
    const ms = (value: number) => `${Math.round(value)} ms`
    const call = `${method} ${path}`
    const end = `attempt ${attempt}, correlation id ${correlationId}`
    const took = `in ${ms(event.durationMs)}, ${end}`
    if (type === 'failure') logger.error(`${error?.name} ${error?.message} ${took}`)
    else if (type === 'retry') logger.warn(`${call} ${result}, sent again in ${ms(delayMs)}, ${end}`)
    else logger.debug(type === 'request' ? `${call} sent, ${end}` : `${call} ${result} ${took}`)
  }
}
