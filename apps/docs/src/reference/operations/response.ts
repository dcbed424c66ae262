import { entries, type Json, type JsonObject, objectAt, textAt } from '../json.ts'
import { resolve } from '../references.ts'
import { type Content, readContents } from './body.ts'
import { type Parameter, readParameter } from './parameter.ts'

/** One status of an operation. */
export interface Response {
  status: string
  description: string | undefined
  inferred: string | undefined
  headers: Parameter[]
  contents: Content[]
  links: Link[]
}

/** What the answer leads to. */
export interface Link {
  name: string
  operationId: string | undefined
  description: string | undefined
  parameters: [name: string, expression: string][]
}

/** One status of an operation. */
export function readResponse(document: JsonObject, status: string, site: Json): Response {
  const { value } = resolve(document, site)
  const headers = entries(objectAt(value, 'headers')).map(([name, header]) =>
    readParameter(document, resolve(document, header).value, name, 'response'),
  )
  return {
    status,
    description: textAt(value, 'description'),
    inferred: textAt(value, 'x-inferred'),
    headers,
    contents: readContents(document, value),
    links: entries(objectAt(value, 'links')).map(([name, link]) =>
      readLink(name, resolve(document, link).value),
    ),
  }
}

function readLink(name: string, link: JsonObject): Link {
  return {
    name,
    operationId: textAt(link, 'operationId'),
    description: textAt(link, 'description'),
    parameters: entries(objectAt(link, 'parameters')).map(([parameter, value]) => [
      parameter,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  }
}
