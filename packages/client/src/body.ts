/**
 * Reads the text of an answer up to a size, counted as it arrives and after decompression.
 * @param maxBytes the size
 * @returns the text; undefined when it is larger
 */
export async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  const reader = response.body?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > maxBytes) {
      reader.cancel().catch(() => {})
      return undefined
    }
    chunks.push(value)
  }
  // Most answers are one chunk, and platforms decode a whole text faster than a stream of one.
  const decoder = new TextDecoder()
  return chunks.map((chunk, index) => decoder.decode(chunk, { stream: index + 1 < chunks.length })).join('')
}

/** Whether the answer says that it is JSON. */
export function isJson({ headers }: Response): boolean {
  return /[/+]json\b/i.test(headers.get('Content-Type') ?? '')
}
