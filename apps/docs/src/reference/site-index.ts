import { slug } from './anchors.ts'
import { type JsonObject, listAt, objectAt, textAt } from './json.ts'
import { listOperations, type Operation, readServers, type Server } from './operations/index.ts'

/** A tag with the operations that carry it. */
export interface Tag {
  name: string
  description: string | undefined
  operations: Operation[]
}

/** The document as a site: everything that has a page, and where the page is. */
export interface SiteIndex {
  document: JsonObject
  title: string
  version: string
  summary: string | undefined
  description: string | undefined
  servers: Server[]
  operations: Operation[]
  tags: Tag[]
  schemas: string[]
  /** Path of an operation's page, without a slash in front. */
  operationPaths: ReadonlyMap<string, string>
  schemaPaths: ReadonlyMap<string, string>
  tagPaths: ReadonlyMap<string, string>
  /** For the path of a tag's or an operation's page, the (first) tag that it belongs to. */
  tagsByPath: ReadonlyMap<string, Tag>
}

const untagged = 'Operations'

/** Reads the document once; its cost is linear in the document's size. */
export function indexSite(document: JsonObject): SiteIndex {
  const info = objectAt(document, 'info')
  const operations = listOperations(document)
  const schemas = Object.keys(objectAt(objectAt(document, 'components'), 'schemas'))
  const tags = listTags(document, operations)
  const operationPaths = paths(
    'reference',
    operations.map(({ id }) => id),
  )
  const tagPaths = paths(
    'tags',
    tags.map(({ name }) => name),
  )
  return {
    document,
    title: textAt(info, 'title') ?? 'API',
    version: textAt(info, 'version') ?? '',
    summary: textAt(info, 'summary'),
    description: textAt(info, 'description'),
    servers: readServers([document]),
    operations,
    tags,
    schemas,
    operationPaths,
    schemaPaths: paths('schemas', schemas),
    tagPaths,
    tagsByPath: tagsByPath(tags, operationPaths, tagPaths),
  }
}

function listTags(document: JsonObject, operations: Operation[]): Tag[] {
  const declared = listAt(document, 'tags')
  const descriptions = new Map(declared.map((tag) => [textAt(tag, 'name') ?? '', textAt(tag, 'description')]))
  const byTag = new Map<string, Operation[]>([...descriptions.keys()].map((name) => [name, []]))
  for (const operation of operations) {
    const names = operation.tags.length > 0 ? operation.tags : [operation.isWebhook ? 'Webhooks' : untagged]
    for (const name of new Set(names)) {
      const members = byTag.get(name)
      if (members === undefined) byTag.set(name, [operation])
      else members.push(operation)
    }
  }
  return [...byTag]
    .filter(([, members]) => members.length > 0)
    .map(([name, members]) => ({ name, description: descriptions.get(name), operations: members }))
}

function tagsByPath(
  tags: Tag[],
  operationPaths: Map<string, string>,
  tagPaths: Map<string, string>,
): Map<string, Tag> {
  const found = new Map<string, Tag>()
  for (const tag of tags) {
    for (const path of [tagPaths.get(tag.name), ...tag.operations.map(({ id }) => operationPaths.get(id))]) {
      if (path !== undefined && !found.has(path)) found.set(path, tag)
    }
  }
  return found
}

/** One path per name. Names that would share a path, also on disks that ignore case, get a number. */
function paths(folder: string, names: string[]): Map<string, string> {
  const taken = new Map<string, number>()
  return new Map(
    names.map((name) => {
      const path = slug(name)
      const count = taken.get(path.toLowerCase()) ?? 0
      taken.set(path.toLowerCase(), count + 1)
      return [name, `${folder}/${path}${count === 0 ? '' : `-${String(count + 1)}`}`]
    }),
  )
}
