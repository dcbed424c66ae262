import { createRequire } from 'node:module'
import type * as Generator from 'openapi-typescript'
import type ts from 'typescript'
import type { JsonObject } from './contract.ts'
import { header } from './header.ts'

// Node reads the nine megabytes of the compiler three times to import them, and once to require them: a second less.
const require = createRequire(import.meta.url)
const { default: openapiTS, astToString }: typeof Generator = require('openapi-typescript')
const { factory, SyntaxKind }: typeof ts = require('typescript')

type SchemaObject = Parameters<NonNullable<Generator.OpenAPITSOptions['transform']>>[0]

/**
 * The TypeScript types of a contract. The one place that calls the generator, so that another can replace it.
 * @param document the bundled contract
 * @returns the text of a `.ts` file, the same on every machine
 * @see https://openapi-ts.dev/node
 */
export async function generateTypes(document: JsonObject): Promise<string> {
  const source = JSON.stringify(document)
  const nodes = await openapiTS(source, {
    alphabetize: true,
    defaultNonNullable: false,
    readWriteMarkers: false,
    rootTypes: true,
    rootTypesKeepCasing: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
    transform: openEnumeration,
  })
  return header + astToString(nodes)
}

/**
 * `anyOf: [enum, string]` is an open enumeration: known values, and any other string. As plain TypeScript,
 * `'A' | string` is just `string`, and editors offer nothing; `'A' | (string & {})` keeps the known values.
 */
function openEnumeration(schema: SchemaObject): ts.TypeNode | undefined {
  const [known, open, ...more] = 'anyOf' in schema && Array.isArray(schema.anyOf) ? schema.anyOf : []
  if (!known || !open || more.length > 0 || '$ref' in known || '$ref' in open) return undefined
  if (!Array.isArray(known.enum) || open.type !== 'string' || open.enum) return undefined
  const literals = known.enum.filter((value): value is string => typeof value === 'string')
  return factory.createUnionTypeNode([
    ...literals.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value))),
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  ])
}
