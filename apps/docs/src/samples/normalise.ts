import type { RecordedAnswer } from './recorded.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g

/**
 * Makes answers the same from run to run: each id that was made on the way becomes a constant one, always the same
 * for the same id, and each time the same time. What stands in the contract stays.
 * @param known the contract as text.
 */
export function normaliser(known: string): (answer: RecordedAnswer) => RecordedAnswer {
  const ids = new Map<string, string>()
  function constant(id: string): string {
    if (known.includes(id)) return id
    const made = ids.get(id) ?? `00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, '0')}`
    ids.set(id, made)
    return made
  }
  function clean(text: string): string {
    return text
      .replace(uuid, constant)
      .replace(time, (at) => (known.includes(at) ? at : '2026-01-31T12:00:00.000Z'))
  }
  return ({ status, headers, body }) => {
    const cleaned = Object.entries(headers).map(([name, value]) => [name, clean(value)])
    return { status, headers: Object.fromEntries(cleaned), body: clean(body) }
  }
}
