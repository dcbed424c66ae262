/**
 * Follows a JSON pointer, own properties only.
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((node: unknown, key) => (Object.hasOwn(Object(node), key) ? Object(node)[key] : undefined), value)
}
