/** So many operations make a contract one that nobody reads whole; its pages then have a limit. */
export const vastOperations = 210

type Schema = Record<string, unknown>

/** An anonymous object so many levels deep, with so many properties on each; every name is there once. */
function nested(prefix: string, levels: number, width: number): Schema {
  const properties = Object.fromEntries(
    Array.from({ length: width }, (_, index): [string, Schema] => {
      const name = `${prefix}${String(index)}`
      const text = { type: 'string', maxLength: 7, description: `What ${name} means, said in a sentence.` }
      return [name, levels > 1 ? nested(`${name}_`, levels - 1, width) : text]
    }),
  )
  return { type: 'object', required: Object.keys(properties).slice(0, 1), properties }
}

/**
 * A contract that is far too large for one page: one tag with many operations, one of them with a body that needs
 * pages of its own, a named schema deep inside, and an example too long to stand on a page.
 * @param operations how many operations it has
 */
export function vast(operations = vastOperations): Record<string, unknown> {
  const reply = { 204: { description: 'Done.' } }
  const small = Array.from({ length: operations - 1 }, (_, index): [string, unknown] => [
    `/things/${String(index)}`,
    { get: { operationId: `thing${String(index)}`, tags: ['Things'], responses: reply } },
  ])
  const named = { $ref: '#/components/schemas/Named' }
  const items = Array.from({ length: 400 }, (_, index) => ({ id: index, text: 'An item of a long list.' }))
  const large = {
    operationId: 'large',
    tags: ['Things'],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: { properties: { anonymous: nested('p', 3, 8), deep: { properties: { named } } } },
        },
      },
    },
    responses: {
      200: {
        description: 'Done.',
        content: {
          'application/json': { schema: named, examples: { long: { summary: 'Long', value: items } } },
        },
      },
    },
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Vast', version: '1' },
    paths: { ...Object.fromEntries(small), '/large': { post: large } },
    components: { schemas: { Named: nested('n', 3, 8) } },
  }
}
