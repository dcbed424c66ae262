/** The attributes of an element; false leaves one out. */
export type Attributes = Readonly<Record<string, string | boolean>>

/** Makes an element with its attributes and children. Children that are texts stay texts: nothing is parsed as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) node.setAttribute(name, value === true ? '' : value)
  }
  node.append(...children)
  return node
}

let count = 0

/** An id that no other element of the page has. */
export function uniqueId(): string {
  count += 1
  return `try-it-${count}`
}
