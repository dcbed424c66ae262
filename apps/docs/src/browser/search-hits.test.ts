import { expect, test } from 'vitest'
import { hitsOf, type PageResult, ranked } from './search-hits.ts'

/** A page's words, with some from a given place on. */
function saying(location: number, words: string): string {
  return `${'- '.repeat(location)}${words}`
}

const page: PageResult = {
  url: '/reference/createCustomer/',
  meta: { title: 'Create a customer' },
  excerpt: '',
  content: '',
  anchors: [
    { element: 'h1', id: '_top', text: 'Create a customer', location: 1 },
    { element: 'h2', id: 'request-body', text: 'Request body', location: 10 },
    { element: 'a', id: 'request-body.lines.~items.zip', text: 'zip', location: 20 },
    { element: 'a', id: 'request-body.city', text: 'city', location: 30 },
  ],
  locations: [2, 20, 25, 31],
}

test('a word is where the last anchor before it stands, and the property of that name is first', () => {
  const { hits } = hitsOf(page, 'zip')
  expect(hits.map(({ url, place }) => [url, place])).toEqual([
    ['/reference/createCustomer/#request-body.lines.~items.zip', ['request body', 'lines', 'zip']],
    ['/reference/createCustomer/#request-body.city', ['request body', 'city']],
  ])
})

test('a place that has the words side by side comes before one that is called like one of them', () => {
  const error = { element: 'a', id: 'ErrorZip', text: 'The zip code does not fit', location: 40 }
  const query = 'zip is not valid'
  const catalogue = {
    ...page,
    url: '/errors/',
    anchors: [error],
    locations: [45, 46, 47, 48],
    content: saying(45, query),
  }
  const operation = hitsOf({ ...page, locations: [20, 31, 33] }, query)
  expect(operation.hits[0]?.text).toBe('zip')
  expect(ranked([operation, hitsOf(catalogue, query)]).map(({ url }) => url)).toEqual([
    '/errors/',
    '/reference/createCustomer/',
  ])
})

test('a section about a phrase comes before a property whose example has it', () => {
  const query = 'zip is not valid'
  const property = hitsOf({ ...page, locations: [30, 31, 32, 33], content: saying(30, query) }, query)
  const error = { element: 'a', id: 'ErrorZip', text: 'The zip code does not fit', location: 40 }
  const section = hitsOf(
    { ...page, url: '/errors/', anchors: [error], locations: [41, 42, 43, 44], content: saying(41, query) },
    query,
  )
  expect(ranked([property, section]).map(({ url }) => url)).toEqual([
    '/errors/',
    '/reference/createCustomer/',
  ])
})

test('a title that has the words comes before a mention', () => {
  const anchors = [
    { element: 'h2', id: 'one', text: 'Something else', location: 1 },
    { element: 'h2', id: 'two', text: 'About zip codes', location: 20 },
  ]
  const { hits } = hitsOf({ ...page, anchors, locations: [5, 6, 21, 22] }, 'zip code')
  expect(hits.map(({ text }) => text)).toEqual(['About zip codes', 'Something else'])
})

test('pages with a place of that name come first', () => {
  const other = hitsOf({ ...page, url: '/guides/', locations: [31] }, 'zip')
  expect(ranked([other, hitsOf(page, 'zip')]).map(({ url }) => url)).toEqual([
    '/reference/createCustomer/',
    '/guides/',
  ])
})
