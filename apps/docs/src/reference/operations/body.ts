import { entries, isObject, type Json, type JsonObject, objectAt, own, textAt } from '../json.ts'
import { isJson } from '../media-type.ts'
import { resolve } from '../references.ts'
import { type Example, readExamples } from './example.ts'

/** The body of a request. */
export interface RequestBody {
  required: boolean
  description: string | undefined
  contents: Content[]
}

/** One media type of a body. */
export interface Content {
  mediaType: string
  schema: Json | undefined
  examples: Example[]
  /** The Media Type Object as it stands in the document. */
  source: JsonObject
}

/** The body of a request, if there is one. */
export function readRequestBody(document: JsonObject, site: Json | undefined): RequestBody | undefined {
  if (site === undefined) return undefined
  const { value } = resolve(document, site)
  return {
    required: own(value, 'required') === true,
    description: textAt(value, 'description'),
    contents: readContents(document, value),
  }
}

/** The media types of a body. */
export function readContents(document: JsonObject, holder: JsonObject): Content[] {
  return entries(objectAt(holder, 'content')).map(([mediaType, content]) => ({
    mediaType,
    schema: own(content, 'schema'),
    examples: isObject(content) ? readExamples(document, content) : [],
    source: isObject(content) ? content : {},
  }))
}

/** The media type that samples of a request are written in: JSON when there is JSON, else the first. */
export function sampledContent(body: RequestBody | undefined): Content | undefined {
  const contents = body?.contents ?? []
  return contents.find(({ mediaType }) => isJson(mediaType)) ?? contents[0]
}
