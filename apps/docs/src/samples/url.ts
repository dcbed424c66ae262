/** A parameter of a request with its value; undefined when it is not sent. */
export interface UrlParameter {
  readonly name: string
  readonly in: string
  readonly value: unknown
  /** The Parameter Object, for its `style` and `explode`. Default: those of OpenAPI. */
  readonly definition?: Readonly<Record<string, unknown>>
}

/**
 * The address of a request: the server, the path with its parameters, the query.
 * @param server without a slash at the end.
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function requestUrl(server: string, path: string, parameters: readonly UrlParameter[]): string {
  const set = parameters.filter(({ value }) => value !== undefined)
  const filled = path.replace(/\{([^}]+)\}/g, (whole, name: string) => {
    const found = set.find((parameter) => parameter.in === 'path' && parameter.name === name)
    return found === undefined ? whole : [found.value].flat().map(String).map(encodeURIComponent).join(',')
  })
  const query = set.filter((parameter) => parameter.in === 'query').flatMap(queryPairs)
  const search = query
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
  return server + filled + (search === '' ? '' : `?${search}`)
}

/** The pairs of one query parameter: `form` with one pair per entry, `deepObject`, or what the definition asks for. */
function queryPairs({ name, value, definition = {} }: UrlParameter): [string, string][] {
  if (definition['content'] !== undefined) return [[name, JSON.stringify(value)]]
  if (Array.isArray(value)) {
    const entries = value.map(String)
    return definition['explode'] === false
      ? [[name, entries.join(',')]]
      : entries.map((entry) => [name, entry])
  }
  if (typeof value !== 'object' || value === null) return [[name, String(value)]]
  const nested = definition['style'] === 'deepObject'
  return Object.entries(value).map(([key, entry]) => [nested ? `${name}[${key}]` : key, String(entry)])
}
