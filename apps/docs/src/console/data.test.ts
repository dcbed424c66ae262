import document from '@cloudcockpit/openapi/openapi.json' with { type: 'json' }
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, test } from 'vitest'
import { operationIds } from '../samples/operation.ts'
import { exampleNames, requestExample } from '../samples/request.ts'
import { consoleData } from './data.ts'
import { consoleHtml } from './html.ts'

test('every operation has its examples, each with a value or nothing per parameter', () => {
  for (const id of operationIds(document)) {
    const { examples, parameters, servers, path } = consoleData(document, id)
    expect(examples.map(({ name }) => name)).toEqual(exampleNames(document, id))
    for (const { values } of examples) expect(values).toHaveLength(parameters.length)
    expect(servers.map(({ environment }) => environment)).toEqual(['sandbox', 'production'])
    const needed = [...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => name)
    expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(needed)
  }
})

test('the body of an example is what the contract has', () => {
  for (const { name, body } of consoleData(document, 'createReseller').examples) {
    expect(JSON.parse(body ?? '')).toEqual(requestExample(document, 'createReseller', name).body?.value)
  }
})

test('the demo clients are those that the contract seeds, with the domains of their tenant', () => {
  const { tokens } = consoleData(document, 'listCustomers')
  const seeded = document['x-sandbox'].tenants.flatMap(({ clients }) => clients.map(({ id }) => id))
  expect(tokens?.clients.map(({ clientId }) => clientId)).toEqual(seeded)
  expect(tokens?.clients[0]?.domains).toEqual(document['x-sandbox'].tenants[0]?.domains)
  expect(tokens?.path).toMatch(/^\/[\w-]+\/oauth2\/v2\.0\/token$/)
})

describe('a document without a sandbox', () => {
  const plain = { servers: [{ url: 'https://api.example' }], paths: { '/a': { get: { operationId: 'a' } } } }

  test('has no demo clients', () => {
    expect(consoleData(plain, 'a')).toMatchObject({ tokens: null, mediaType: null, changes: false })
  })
})

test('texts of a hostile contract stay texts', () => {
  const evil = '</script><img src=x onerror=alert(1)><!--<script>'
  const hostile = {
    servers: [{ url: 'https://api.example', description: evil }],
    paths: {
      [`/${evil}`]: { post: { operationId: evil, requestBody: { content: { [evil]: { example: evil } } } } },
    },
  }
  const elements = [...tags(parse(consoleHtml(hostile, evil)))]
  expect(elements).toEqual(['html', 'head', 'body', 'try-it', 'details', 'summary', 'p', 'script'])
})

function* tags(node: DefaultTreeAdapterTypes.Node): Generator<string> {
  if ('tagName' in node) yield node.tagName
  if ('childNodes' in node) for (const child of node.childNodes) yield* tags(child)
}
