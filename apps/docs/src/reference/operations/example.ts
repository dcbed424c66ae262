import { entries, type Json, type JsonObject, objectAt, own, textAt } from '../json.ts'
import { resolve } from '../references.ts'

/** One example of a body or a parameter. */
export interface Example {
  /** The key in the document: what the example is called in code. */
  key: string
  /** The component that holds it, if it is one. */
  component: string | undefined
  summary: string
  description: string | undefined
  inferred: string | undefined
  value: Json
}

/** The examples of a body or a parameter; a single one has no name of its own. */
export function readExamples(document: JsonObject, holder: JsonObject): Example[] {
  const single = own(holder, 'example')
  const named = entries(objectAt(holder, 'examples')).map(([key, site]) => readExample(document, key, site))
  if (named.length > 0 || single === undefined) return named
  return [
    {
      key: 'example',
      component: undefined,
      summary: 'Example',
      description: undefined,
      inferred: undefined,
      value: single,
    },
  ]
}

function readExample(document: JsonObject, key: string, site: Json): Example {
  const { value, name } = resolve(document, site)
  return {
    key,
    component: name,
    summary: textAt(value, 'summary') ?? key,
    description: textAt(value, 'description'),
    inferred: textAt(value, 'x-inferred'),
    value: own(value, 'value') ?? null,
  }
}
