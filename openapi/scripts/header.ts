/** The first lines of every generated file: who made it, from what, and how it is made again. */
export const header = `/**
 * Generated from the contract in \`openapi/\`; do not edit.
 * Made by \`npm run generate\`; \`npm run check\` is red when it is stale.
 */
`
