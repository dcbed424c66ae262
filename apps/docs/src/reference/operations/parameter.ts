import { entries, type Json, type JsonObject, objectAt, own, textAt } from '../json.ts'
import { resolve } from '../references.ts'
import { type Example, readExamples } from './example.ts'

/** A parameter, or a header of an answer. */
export interface Parameter {
  name: string
  /** `path`, `query`, `header`, `cookie`; or `response` for a header of an answer. */
  in: string
  required: boolean
  deprecated: boolean
  description: string | undefined
  inferred: string | undefined
  schema: Json | undefined
  /** How lists and objects are written, where the document says so. */
  notation: string | undefined
  examples: Example[]
  /** The parameter as it stands in the document, references followed. */
  source: JsonObject
}

/** Parameters of the path and of the operation; the operation's wins over one of the path with its name. */
export function readParameters(document: JsonObject, sites: readonly Json[]): Parameter[] {
  const found = new Map<string, Parameter>()
  for (const site of sites) {
    const { value } = resolve(document, site)
    const parameter = readParameter(
      document,
      value,
      textAt(value, 'name') ?? '',
      textAt(value, 'in') ?? 'query',
    )
    found.set(`${parameter.in} ${parameter.name}`, parameter)
  }
  return [...found.values()]
}

/**
 * Reads a parameter, or a header of an answer.
 * @param value where references are followed
 */
export function readParameter(
  document: JsonObject,
  value: JsonObject,
  name: string,
  location: string,
): Parameter {
  const [mediaType, content] = entries(objectAt(value, 'content'))[0] ?? []
  const schema = own(value, 'schema') ?? own(content, 'schema')
  return {
    name,
    in: location,
    required: own(value, 'required') === true,
    deprecated: own(value, 'deprecated') === true,
    description: textAt(value, 'description'),
    inferred: textAt(value, 'x-inferred'),
    schema,
    notation: mediaType ?? notationOf(value),
    examples: readExamples(document, value),
    source: value,
  }
}

function notationOf(value: JsonObject): string | undefined {
  const style = textAt(value, 'style')
  const explode = own(value, 'explode')
  const said = [style, explode === undefined ? undefined : explode === true ? 'exploded' : 'not exploded']
  const text = said.filter((part) => part !== undefined).join(', ')
  return text === '' ? undefined : text
}
