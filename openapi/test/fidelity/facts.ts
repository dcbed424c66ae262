import { isObject, type Json, type JsonObject, objectAt, resolve } from '../../scripts/contract.ts'
import { branches, find, type Found, keywordOf, pointed, typesOf } from './find.ts'
import * as table from './table.ts'

/** One documented fact: whether a contract keeps it, and the smallest edit that breaks it. */
export interface Fact {
  name: string
  holds: (document: JsonObject) => boolean
  /** Changes the document so that the fact no longer holds. */
  break: (document: JsonObject) => void
}

/** Every fact of the tables. */
export function allFacts(): Fact[] {
  return [
    ...table.operations.flatMap(([id, method, url, roles]) => operationFacts(id, method, url, roles)),
    ...table.requestProperties.flatMap(([id, path, types, mark, limit]) =>
      schemaFacts(
        `${id}: ${path}`,
        (document) => find(document, requestSchema(document, id), path),
        types,
        mark,
        limit,
      ),
    ),
    ...table.responseProperties.flatMap(([id, status, path, types, limit]) =>
      schemaFacts(
        `${id} ${status}: ${path}`,
        (document) => find(document, responseSchema(document, id, status), path),
        types,
        'unmarked',
        limit,
      ),
    ),
    ...table.parameters.flatMap((row) => parameterFacts(...row)),
    ...table.parameterKeywords.map(([id, place, name, keyword, value]) =>
      keyFact(
        `${id}: ${place} ${name} ${keyword}`,
        (document) => parameterSchema(document, id, place, name),
        keyword,
        value,
      ),
    ),
    ...table.jsonStringMembers.flatMap(([id, path, members]) =>
      Object.entries(members).map(([name, types]) =>
        typeFact(
          `${id}: ${path} → ${name}`,
          (document) => find(document, textSchema(document, id, path), name),
          types,
        ),
      ),
    ),
    ...table.enumerations.flatMap(([id, path, values]) => enumerationFacts(id, path, values)),
    ...table.responses.map(([id, status, body]) => responseFact(id, status, body)),
    ...table.single.map(([pointer, value]) => pointerFact(pointer, value)),
    ...['createCustomer', 'createReseller'].flatMap((id) => countryFacts(id)),
    {
      name: 'the scope of clientCredentials',
      holds: (document) => table.scope in scopes(document),
      break: (document) => delete scopes(document)[table.scope],
    },
  ]
}

/** Takes a property out of a request body, wherever it stands. */
export function removeProperty(document: JsonObject, id: string, path: string): void {
  const found = find(document, requestSchema(document, id), path)
  if (!found) throw new Error(`${id} has no property ${path}`)
  const { holder, name } = found
  if (name === '*') delete holder['additionalProperties']
  else if (name === '[]') delete holder['items']
  else delete objectAt(holder, 'properties')[name]
}

function operationFacts(id: string, method: string, url: string, roles: string[]): Fact[] {
  const at = (document: JsonObject) => objectAt(objectAt(objectAt(document, 'paths'), url), method)
  const body = (document: JsonObject) => resolve(document, operation(document, id)['requestBody']).value
  const facts = [
    keyFact(`${id}: ${method} ${url}`, at, 'operationId', id),
    keyFact(`${id}: roles`, at, 'x-roles', roles),
  ]
  if (method !== 'post') return facts
  const json = (document: JsonObject) => objectAt(body(document), 'content')
  return [
    ...facts,
    keyFact(`${id}: the body is required`, body, 'required', true),
    {
      name: `${id}: the body is application/json`,
      holds: (document) => isObject(json(document)['application/json']),
      break: (document) => delete json(document)['application/json'],
    },
  ]
}

type Find = (document: JsonObject) => Found | undefined

function schemaFacts(name: string, at: Find, types: string, mark: string, limit: string | number): Fact[] {
  const facts = [typeFact(name, at, types), limitFact(name, at, limit)]
  return mark === 'unmarked' ? facts : [...facts, markFact(name, at, mark)]
}

function typeFact(name: string, at: Find, types: string): Fact {
  const wanted = types.replace('≥', '').split('|').toSorted()
  return {
    name: `${name} is ${types}`,
    holds: (document) => {
      const found = at(document)
      const actual = found ? typesOf(document, found.site) : []
      const has = wanted.every((type) => actual.includes(type))
      return has && (types.startsWith('≥') || actual.length === wanted.length)
    },
    break: (document) => {
      const found = at(document)
      for (const branch of branches(document, found?.site)) branch['type'] = 'nothing'
    },
  }
}

function limitFact(name: string, at: Find, limit: string | number): Fact {
  const keyword = typeof limit === 'number' ? 'maxLength' : 'format'
  const wanted = limit === 'none' ? undefined : limit
  return {
    name: `${name} has ${keyword} ${limit}`,
    holds: (document) => {
      const found = at(document)
      return found !== undefined && keywordOf(document, found.site, keyword) === wanted
    },
    break: (document) => {
      const found = at(document)
      for (const branch of branches(document, found?.site)) {
        if (wanted === undefined) branch[keyword] = 'email'
        else delete branch[keyword]
      }
    },
  }
}

/** The names that an object schema requires. */
function required({ holder }: Found): Json[] {
  return Array.isArray(holder['required']) ? holder['required'] : []
}

function markFact(name: string, at: Find, mark: string): Fact {
  return {
    name: `${name} is ${mark}`,
    holds: (document) => {
      const found = at(document)
      return found !== undefined && required(found).includes(found.name) === (mark === 'required')
    },
    break: (document) => {
      const found = at(document)
      if (!found) return
      const others = required(found).filter((other) => other !== found.name)
      found.holder['required'] = mark === 'required' ? others : [...others, found.name]
    },
  }
}

function parameterFacts(
  id: string,
  place: string,
  name: string,
  type: string,
  mark: string,
  limit: string | number,
): Fact[] {
  const holder = (document: JsonObject) => parameter(document, id, place, name)
  const site = (document: JsonObject) => parameterSchema(document, id, place, name)
  const at = (document: JsonObject) => ({ site: site(document), name, holder: {} })
  const label = `${id}: ${place} ${name}`
  return [
    typeFact(label, at, type),
    limitFact(label, at, limit),
    {
      name: `${label} is ${mark}`,
      holds: (document) =>
        holder(document)['name'] === name &&
        (holder(document)['required'] === true) === (mark === 'required'),
      break: (document) => (holder(document)['required'] = mark !== 'required'),
    },
  ]
}

function enumerationFacts(id: string, path: string, values: string[]): Fact[] {
  const all = (document: JsonObject) =>
    branches(document, find(document, requestSchema(document, id), path)?.site)
  const known = (document: JsonObject) => all(document).find((branch) => 'enum' in branch) ?? {}
  const open = (document: JsonObject) =>
    all(document).find((branch) => branch['type'] === 'string' && !('enum' in branch))
  return [
    ...values.map((value) => ({
      name: `${id}: ${path} knows ${value}`,
      holds: (document: JsonObject) => [known(document)['enum'] ?? []].flat().includes(value),
      break: (document: JsonObject) => (known(document)['enum'] = values.filter((other) => other !== value)),
    })),
    {
      name: `${id}: ${path} is open`,
      holds: (document) => open(document) !== undefined,
      break: (document) => Object.assign(open(document) ?? {}, { enum: values }),
    },
  ]
}

function responseFact(id: string, status: string, body: string): Fact {
  const at = (document: JsonObject) => objectAt(operation(document, id), 'responses')
  return {
    name: `${id}: ${status} carries ${body}`,
    holds: (document) => at(document)[status] !== undefined && bodyKind(document, id, status) === body,
    break: (document) => delete at(document)[status],
  }
}

function bodyKind(document: JsonObject, id: string, status: string): string {
  const schema = responseSchema(document, id, status)
  if (!schema) return 'none'
  if (find(document, schema, 'statusCode')) return 'error'
  if (find(document, schema, 'items[]')) return 'page'
  return typesOf(document, schema).join('|')
}

function countryFacts(id: string): Fact[] {
  const codes = (document: JsonObject) => {
    const site = find(document, requestSchema(document, id), 'country')?.site
    return branches(document, site).find((branch) => 'enum' in branch) ?? {}
  }
  const list = (document: JsonObject) => [codes(document)['enum'] ?? []].flat()
  return [
    {
      name: `${id}: country is one of ${table.countryCount} codes of two letters`,
      holds: (document) =>
        new Set(list(document)).size === table.countryCount &&
        list(document).every((code) => typeof code === 'string' && /^[A-Z]{2}$/.test(code)),
      break: (document) => (codes(document)['enum'] = list(document).slice(1)),
    },
  ]
}

function keyFact(name: string, at: (document: JsonObject) => JsonObject, key: string, value: unknown): Fact {
  return {
    name,
    holds: (document) => JSON.stringify(at(document)[key]) === JSON.stringify(value),
    break: (document) => delete at(document)[key],
  }
}

function pointerFact(pointer: string, value: unknown): Fact {
  const split = pointer.lastIndexOf('/')
  const holder = (document: JsonObject) => {
    const found = pointed(document, pointer.slice(0, split))
    return isObject(found) ? found : {}
  }
  return keyFact(pointer, holder, pointer.slice(split + 1), value)
}

function operation(document: JsonObject, id: string): JsonObject {
  const items = Object.values(objectAt(document, 'paths')).filter(isObject)
  const found = items
    .flatMap((item) => Object.values(item))
    .find((entry) => isObject(entry) && entry['operationId'] === id)
  return isObject(found) ? found : {}
}

function bodySchema(document: JsonObject, holder: Json | undefined): JsonObject | undefined {
  const content = objectAt(resolve(document, holder).value, 'content')
  const schema = objectAt(content, 'application/json')['schema']
  return isObject(schema) ? schema : undefined
}

function requestSchema(document: JsonObject, id: string): JsonObject | undefined {
  return bodySchema(document, operation(document, id)['requestBody'])
}

function responseSchema(document: JsonObject, id: string, status: string): JsonObject | undefined {
  return bodySchema(document, objectAt(operation(document, id), 'responses')[status])
}

function textSchema(document: JsonObject, id: string, path: string): Json | undefined {
  const found = find(document, requestSchema(document, id), path)
  return found && keywordOf(document, found.site, 'contentSchema')
}

function parameter(document: JsonObject, id: string, place: string, name: string): JsonObject {
  const item = Object.values(objectAt(document, 'paths')).find(
    (entry) => isObject(entry) && Object.values(entry).includes(operation(document, id)),
  )
  const lists = [operation(document, id)['parameters'], isObject(item) ? item['parameters'] : undefined]
  const all = lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((entry) => resolve(document, entry).value)
  return all.find((entry) => entry['in'] === place && entry['name'] === name) ?? {}
}

function parameterSchema(document: JsonObject, id: string, place: string, name: string): JsonObject {
  return resolve(document, parameter(document, id, place, name)['schema']).value
}

function scopes(document: JsonObject): JsonObject {
  const found = pointed(
    document,
    '/components/securitySchemes/clientCredentials/flows/clientCredentials/scopes',
  )
  return isObject(found) ? found : {}
}
