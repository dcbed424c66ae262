/**
 * Reads the text of an answer up to a size, counted as it arrives and after decompression.
 * @param maxBytes the size
 * @returns the text; undefined when it is larger
 */
export async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  const reader = response.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > maxBytes) {
      reader.cancel().catch(() => {})
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
  return text + decoder.decode()
}

/** Whether the answer says that it is JSON. */
export function isJson({ headers }: Response): boolean {
  return /[/+]json\b/i.test(headers.get('Content-Type') ?? '')
}
