import { deref, isRecord, list, record, type OpenApiDocument } from './document.ts'

/**
 * A value that shows what a schema describes: its own example where it has one, else the smallest that can be made
 * from its keywords. Objects get their required properties only. A recursion ends with null.
 */
export function exampleValue(document: OpenApiDocument, schema: unknown, depth = 0): unknown {
  if (depth > 8) return null
  const definition = deref(document, schema)
  const given = givenValue(definition)
  if (given !== undefined) return given
  const branch = firstBranch(document, definition)
  if (branch !== undefined) return exampleValue(document, branch, depth + 1)
  const parts = list(definition['allOf'])
  if (parts.length > 0) return merged(document, definition, parts, depth)
  return byType(document, definition, depth)
}

function givenValue(definition: Readonly<Record<string, unknown>>): unknown {
  const { examples, example, default: fallback, enum: values } = definition
  if (list(examples).length > 0) return list(examples)[0]
  if (example !== undefined) return example
  if (definition['const'] !== undefined) return definition['const']
  return fallback ?? list(values)[0]
}

function firstBranch(document: OpenApiDocument, definition: Readonly<Record<string, unknown>>): unknown {
  const branches = [...list(definition['oneOf']), ...list(definition['anyOf'])]
  return branches.find((branch) => deref(document, branch)['type'] !== 'null')
}

function merged(
  document: OpenApiDocument,
  definition: object,
  parts: readonly unknown[],
  depth: number,
): unknown {
  const { allOf: _, ...own } = record(definition)
  const values = [...parts, own].map((part) => exampleValue(document, part, depth + 1))
  const objects = values.filter(isRecord)
  return objects.length > 0 ? Object.assign({}, ...objects) : values[0]
}

function byType(
  document: OpenApiDocument,
  definition: Readonly<Record<string, unknown>>,
  depth: number,
): unknown {
  const types = [definition['type']].flat()
  const type = types.find((name) => name !== 'null') ?? (definition['properties'] ? 'object' : types[0])
  switch (type) {
    case 'object': {
      const properties = record(definition['properties'])
      const required = list(definition['required']).filter((name) => typeof name === 'string')
      return Object.fromEntries(
        required.map((name) => [name, exampleValue(document, properties[name], depth + 1)]),
      )
    }
    case 'array':
      return Number(definition['minItems'] ?? 0) > 0
        ? [exampleValue(document, definition['items'], depth + 1)]
        : []
    case 'integer':
    case 'number':
      return Number(definition['minimum'] ?? 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return textOf(definition['format'])
  }
}

const texts: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  email: 'somebody@example.com',
  uri: 'https://example.com',
}

function textOf(format: unknown): string {
  return texts[String(format)] ?? 'text'
}
