import { bundleContract } from '@cloudcockpit/openapi/scripts/bundle.ts'
import { contractRoot, isObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'
import { listOperations } from '@cloudcockpit/openapi/scripts/operations.ts'
import { appendTo, ContractFiles } from './files.ts'
import { schemaText } from './template.ts'

/**
 * Adds a schema to the contract, and a property of that type to another schema: a schema that nothing refers to is
 * an orphan.
 * @param name in PascalCase
 * @param owner the schema that gets the property; default: see `ownerFor`
 * @returns the files that were written, relative to the contract's folder, and what was done to the owner
 * @throws Error when the schema is there already, or its owner is not
 */
export async function addSchema(
  name: string,
  owner?: string,
  root = contractRoot,
): Promise<{ paths: string[]; note: string }> {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name))
    throw new Error(`${name} is no name for a schema. Write it as \`PriceMargin\`.`)
  const files = new ContractFiles(root)
  const path = `components/schemas/${name}.yaml`
  if ((await files.read(path)) !== undefined)
    throw new Error(`openapi/${path} is there already. Edit it there.`)
  const ownerName = owner ?? (await ownerFor(name, root))
  const ownerPath = `components/schemas/${ownerName}.yaml`
  const text = await files.read(ownerPath)
  if (text === undefined) throw new Error(`There is no openapi/${ownerPath} to refer to the new schema.`)
  const property = name.charAt(0).toLowerCase() + name.slice(1)
  files.set(path, schemaText(name))
  files.set(ownerPath, appendTo(text, 'properties', `  ${property}:\n    $ref: ./${name}.yaml`))
  const chosen = owner === undefined ? ', because a schema that nothing refers to is an orphan' : ''
  const elsewhere =
    owner === undefined ? ' If it belongs elsewhere, move the property (or say where with --in).' : ''
  return {
    paths: await files.write(),
    note: `\`${ownerName}\` has a property \`${property}\` of this type now${chosen}.${elsewhere}`,
  }
}

/**
 * The schema that a new one most likely belongs to: the one whose name the new name begins with, else what the first
 * operation with a body takes.
 */
async function ownerFor(name: string, root: string): Promise<string> {
  const { document } = await bundleContract(root)
  const schemas = Object.entries(objectAt(objectAt(document, 'components'), 'schemas'))
  const owners = schemas.filter(([, schema]) => isObject(schema) && 'properties' in schema)
  const byName = owners
    .map(([known]) => known)
    .filter((known) => name.startsWith(known))
    .toSorted((a, b) => b.length - a.length)
  const byBody = listOperations(document)
    .map(({ operation }) => JSON.stringify(operation['requestBody'] ?? null))
    .flatMap((body) => owners.map(([known]) => known).filter((known) => body.includes(`schemas/${known}"`)))
  const [owner] = [...byName, ...byBody]
  if (owner === undefined)
    throw new Error('Say with --in which schema gets a property of the new type; none could be guessed.')
  return owner
}
