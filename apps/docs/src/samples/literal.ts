/** A value as TypeScript source. `replace` may give the source of a nested value itself, by its path. */
export function literal(
  value: unknown,
  replace: Replace = () => undefined,
  indent = '',
  path: Path = [],
): string {
  const replaced = replace(value, path, indent)
  if (replaced !== undefined) return replaced
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((entry, index) => literal(entry, replace, inner, [...path, index]))
    : Object.entries(value).map(
        ([key, entry]) => `${name(key)}: ${literal(entry, replace, inner, [...path, key])}`,
      )
  return block(parts, Array.isArray(value) ? '[]' : '{}', indent)
}

/** Where a value stands in the one that is printed. */
export type Path = readonly (string | number)[]

/** Gives the source of a value, or undefined to have it printed as it is. */
export type Replace = (value: unknown, path: Path, indent: string) => string | undefined

/** A text as a single-quoted string literal. */
export function quoted(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${escaped.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`
}

function name(key: string): string {
  if (key === '__proto__') return `['__proto__']`
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key)
}

/** On one line while it is short and simple, else one part per line. */
function block(parts: readonly string[], brackets: string, indent: string): string {
  const [open, close] = [brackets.charAt(0), brackets.charAt(1)]
  if (parts.length === 0) return brackets
  const space = open === '{' ? ' ' : ''
  const line = `${open}${space}${parts.join(', ')}${space}${close}`
  if (line.length <= 60 && !line.includes('\n')) return line
  return `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close}`
}
