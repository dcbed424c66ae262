/**
 * Remembers what a function made of a place in a document, for as long as the document lives. A schema that a
 * thousand pages show is then described once.
 * @param make a pure function; what it gives must not be changed
 */
export function remember<Document extends object, Place, Value>(
  make: (document: Document, place: Place) => Value,
): (document: Document, place: Place) => Value {
  const documents = new WeakMap<Document, WeakMap<object, Value>>()
  return (document, place) => {
    if (typeof place !== 'object' || place === null) return make(document, place)
    const known = documents.get(document) ?? new WeakMap<object, Value>()
    documents.set(document, known)
    const found = known.get(place)
    if (found !== undefined) return found
    const made = make(document, place)
    known.set(place, made)
    return made
  }
}
