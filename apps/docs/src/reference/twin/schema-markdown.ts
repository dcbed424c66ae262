import type { Elsewhere, PropertyNode, SchemaNode } from '../schema-node.ts'
import { plainType } from '../type-text.ts'

/**
 * A schema as nested Markdown lists: one item per property, with everything that the page says of it.
 * @param node the schema
 * @param depth how deep the list is nested
 */
export function schemaMarkdown(node: SchemaNode, depth = 0): string[] {
  const properties = node.properties.flatMap((property) => [
    `${indent(depth)}- ${propertyLine(property)}`,
    ...schemaMarkdown(property, depth + 1),
  ])
  const inside = node.inside.flatMap(({ label, node: inner }) => [
    `${indent(depth)}- ${label}: ${nodeLine(inner)}`,
    ...schemaMarkdown(inner, depth + 1),
  ])
  const elsewhere = node.elsewhere === undefined ? [] : [`${indent(depth)}- ${goesOn(node.elsewhere)}`]
  return [...properties, ...inside, ...elsewhere]
}

/** What a schema says of itself, on one line. */
export function nodeLine(node: SchemaNode): string {
  return [`\`${plainType(node.type)}\``, ...remarks(node), oneLine(node.description)]
    .filter((part) => part !== '')
    .join('; ')
}

function propertyLine(node: PropertyNode): string {
  const line = nodeLine(node)
  return `\`${node.property}\` ${node.required ? '(required) ' : ''}${line}`
}

function remarks({ facts, fallbacks, known, examples, marks }: SchemaNode): string[] {
  const flags = [
    marks.deprecated && 'deprecated',
    marks.readOnly && 'read only',
    marks.writeOnly && 'write only',
    marks.sensitive !== undefined && `sensitive: ${marks.sensitive}`,
  ]
  return [
    ...flags.filter((flag) => flag !== false),
    ...facts.map(({ label, value }) => `${label} ${value}`),
    ...fallbacks.map((fallback) => `default ${fallback}`),
    ...(known === undefined ? [] : [`${known.open ? 'known values' : 'one of'}: ${known.values.join(', ')}`]),
    ...examples.map((example) => `example ${example}`),
    ...(marks.unbounded === undefined ? [] : [`no stated limit: ${oneLine(marks.unbounded)}`]),
    ...(marks.inferred === undefined ? [] : [`inferred: ${oneLine(marks.inferred)}`]),
  ]
}

/** A text without line breaks, so that it stays in its list item. */
export function oneLine(text: string | undefined): string {
  return (text ?? '').trim().replace(/\s+/g, ' ')
}

function goesOn({ schema, at }: Elsewhere): string {
  return schema === undefined
    ? 'goes on at a page of its own'
    : `see the schema ${schema}${at === '' ? '' : `, ${at}`}`
}

function indent(depth: number): string {
  return '  '.repeat(depth)
}
