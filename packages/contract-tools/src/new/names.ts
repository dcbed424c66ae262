/** Names that follow from a URL, as the house writes them. */

const verbs: Record<string, string> = { post: 'create', put: 'replace', patch: 'update', delete: 'delete' }

/** The methods that a path item may have, in the order in which they stand in its file. */
export const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const
export type Method = (typeof methods)[number]

/** The file of a path, relative to the contract's folder: `paths/v1_Customers_{customerId}.yaml`. */
export function pathFile(url: string): string {
  return `paths/${url.slice(1).replaceAll('/', '_')}.yaml`
}

/** The names of the path parameters, in order. */
export function pathParameters(url: string): string[] {
  return [...url.matchAll(/\{([^}]+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]))
}

/** `getCustomer`, `listCustomers`, `updateCustomerAccountInfo`: a verb, and what the URL names. */
export function operationIdOf(method: Method, url: string): string {
  const segments = url.split('/').filter((segment) => segment !== '' && !/^v\d+$/.test(segment))
  const one = segments.at(-1)?.startsWith('{') === true
  const single = method !== 'get' || one
  const nouns = segments.flatMap((segment, index) => {
    if (segment.startsWith('{')) return []
    const ofOne = segments[index + 1]?.startsWith('{') === true || (index === segments.length - 1 && single)
    return [ofOne ? singular(pascal(segment)) : pascal(segment)]
  })
  return `${method === 'get' || method === 'head' ? (one ? 'get' : 'list') : (verbs[method] ?? method)}${nouns.join('')}`
}

/** `account-info` as `AccountInfo`. */
export function pascal(text: string): string {
  return text.replaceAll(/(?:^|[-_.\s])([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** `Customers` as `Customer`, `categories` as `category`; what is no plural stays. */
export function singular(word: string): string {
  if (word.endsWith('ies')) return word.replace(/ies$/, 'y')
  return /[^s]s$/.test(word) && !word.endsWith('us') ? word.slice(0, -1) : word
}

/** `AccountInfo` as `account info`. */
export function words(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])([A-Z])/g, ' $1').toLowerCase()
}
