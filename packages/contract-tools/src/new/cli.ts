import { parseArgs } from 'node:util'
import { methods, type Method } from './names.ts'
import { addOperation } from './operation.ts'
import { addSchema } from './schema.ts'

const help = `npm run new -- path <url> [options]
npm run new -- schema <Name> [--in <Schema>]

Adds an operation or a schema to the contract, in files of the house's form that lint has nothing against. What only
a person can write is marked TODO; \`npm run check\` finds every one that is left.

  --method <method>     get (default), ${methods.slice(1).join(', ')}
  --id <operationId>    default: from method and URL, such as updateCustomerAccountInfo
  --tag <tag>           default: the tag that the URL begins with
  --roles <roles>       who may call it, separated by commas; default: csp
  --body <Schema>       what is sent: a schema of the contract or a new one; none for no body
  --answer <Schema>     what 200 answers; none for 204 without a body
  --in <Schema>         the schema that gets a property of the new type; default: the one whose name the new name
                        begins with, else what the first operation with a body takes
  --help                print this
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    method: { type: 'string', default: 'get' },
    id: { type: 'string' },
    tag: { type: 'string' },
    roles: { type: 'string', default: 'csp' },
    body: { type: 'string' },
    answer: { type: 'string' },
    in: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) process.stdout.write(help)
else
  await create().then(told, (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })

/** @returns the files that were written, and what to know about them */
async function create(): Promise<{ paths: string[]; note: string }> {
  const [kind, name] = positionals
  if (kind === 'path' && name !== undefined) {
    const { id, tag, body, answer } = values
    const roles = values.roles.split(',').map((role) => role.trim())
    const method = methodOf(values.method)
    const paths = await addOperation({ url: name, method, operationId: id, tag, roles, body, answer })
    const note =
      'The sandbox answers 501 until a handler stands in apps/sandbox/src/operations/ and the mark x-sandbox is gone.'
    return { paths, note }
  }
  if (kind === 'schema' && name !== undefined) return addSchema(name, values.in)
  throw new Error(help)
}

function methodOf(text: string): Method {
  const method = methods.find((known) => known === text.toLowerCase())
  if (method === undefined) throw new Error(`There is no method ${text}. Use one of ${methods.join(', ')}.`)
  return method
}

function told({ paths, note }: { paths: string[]; note: string }): void {
  process.stdout.write(`${paths.map((path) => `openapi/${path}\n`).join('')}
${note}
Next: write what is marked TODO, then \`npm run generate\` and \`npm run check\`.
`)
}
