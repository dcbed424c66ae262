import type { Json } from './contract.ts'

/** The first lines of every generated file: who made it, from what, and how it is made again. */
export const header = `/**
 * Generated from the contract in \`openapi/\`; do not edit.
 * Made by \`npm run generate\`; \`npm run check\` is red when it is stale.
 */
`

/** A constant of a generated file, with its description. */
export function constant(name: string, description: string, value: Json): string {
  return `/** ${description} */\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const\n`
}
