/** What a look at one corner of the repository found. */
export type Finding =
  | { ok: true; detail: string }
  | {
      ok: false
      /** What is stale, wrong or untested, with its place. */
      detail: string
      /** The command or the step that mends it. */
      mend: string
    }

/** One corner that must agree with the contract. */
export interface Corner {
  name: string
  /** Files and folders that decide the finding; when they are as at the last good look, nothing is done again. */
  inputs?: string[]
  /** What else decides it, as text; undefined when it cannot be told, and the corner is looked at. */
  state?: () => Promise<string | undefined>
  look: () => Promise<Finding>
}

/** Everything is as it should be. */
export function right(detail: string): Finding {
  return { ok: true, detail }
}

/** Something is not as it should be. */
export function wrong(detail: string, mend: string): Finding {
  return { ok: false, detail, mend }
}

/** The first of several things, and how many more there are. */
export function firstOf(things: string[]): string {
  const [first = '', ...more] = things
  return more.length === 0 ? first : `${first} (and ${more.length} more)`
}
