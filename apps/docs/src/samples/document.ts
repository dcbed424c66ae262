import type { JsonObject } from '../reference/json.ts'
import { resolve } from '../reference/references.ts'

/** A bundled OpenAPI 3.1 document, as parsed JSON. */
export type OpenApiDocument = JsonObject

/** The value as an object with string keys; an empty one when it is anything else. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

/** The value as an array; an empty one when it is anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The value as a text; undefined when it is anything else. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** True for an object that is neither null nor an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The value with its reference followed. What stands beside the reference wins over what it leads to.
 * @throws Error when a reference leads nowhere or in a circle
 */
export function deref(document: OpenApiDocument, value: unknown): Readonly<Record<string, unknown>> {
  const { $ref: reference, ...siblings } = record(value)
  return typeof reference === 'string'
    ? { ...resolve(document, { $ref: reference }).value, ...siblings }
    : siblings
}
