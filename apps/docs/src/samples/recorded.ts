import recordings from './recorded.json' with { type: 'json' }

/** What the sandbox answered to a sample, with ids and times made constant. */
export interface RecordedAnswer {
  readonly status: number
  /** The answer's own headers, names in lower case; those of the connection are left out. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as it came; JSON is indented for reading. Empty for none. */
  readonly body: string
}

const all: Readonly<Record<string, RecordedAnswer>> = recordings

/** The recorded answer to a request example; undefined when there is none, as for another contract. */
export function recordedAnswer(operationId: string, exampleName: string): RecordedAnswer | undefined {
  const key = `${operationId}/${exampleName}`
  return Object.hasOwn(all, key) ? all[key] : undefined
}
