/** The sandbox's own clock, which a fault can shift. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** How far the clock is off, in milliseconds. */
  shift: number
}

/** A clock that is right until it is shifted. */
export function createClock(): Clock {
  const clock = { shift: 0, now: () => Date.now() + clock.shift }
  return clock
}
