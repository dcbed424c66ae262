/** Headers for the paths that a pattern matches; `*` at its end stands for anything. */
export interface HeaderRule {
  pattern: string
  headers: [name: string, value: string][]
}

/** Reads a `_headers` file. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const header = /^\s+([^:]+):\s*(.*)$/.exec(line)
    if (header === null) rules.push({ pattern: line.trim(), headers: [] })
    else rules.at(-1)?.headers.push([header[1] ?? '', header[2] ?? ''])
  }
  return rules
}

/** The headers of a path: those of every rule that matches it. */
export function headersFor(rules: readonly HeaderRule[], path: string): [string, string][] {
  return rules.filter(({ pattern }) => matches(pattern, path)).flatMap(({ headers }) => headers)
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}
