/**
 * A text as one word of a POSIX shell. Nothing is special between single quotes but the single quote itself, which
 * is closed, escaped and opened again.
 */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
