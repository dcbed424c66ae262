/** True for `application/json` and every `…+json`. */
export function isJson(mediaType: string): boolean {
  return /^application\/(?:json|[^;]+\+json)\s*(?:;|$)/i.test(mediaType)
}
