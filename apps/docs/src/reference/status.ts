import { STATUS_CODES } from 'node:http'

/** What a status is called, such as `Bad Request`; empty for one without a name. */
export function statusText(status: string): string {
  if (status === 'default') return 'Every other status'
  if (/^[1-5]XX$/i.test(status)) return `Every other ${status.slice(0, 1)}xx`
  return STATUS_CODES[status] ?? ''
}

/** The kind of a status, for its colour. */
export function statusClass(status: string): string {
  const kinds: Record<string, string> = { '2': 'ok', '3': 'moved', '4': 'refused', '5': 'failed' }
  return kinds[status.slice(0, 1)] ?? 'other'
}
