/** Markup that must stay text, wherever a document may hold text. Each piece would be seen if it came alive. */
export const payload = [
  '<script>window.pwned = 1</script>',
  '<img src="https://evil.example/x.png" onerror="window.pwned = 2">',
  '</p></details></script></style></textarea></title><svg onload="window.pwned = 3">',
  '![beacon](https://evil.example/beacon.png)',
  '[click](javascript:window.pwned=4) [data](data:text/html,<script>1</script>)',
  '<iframe src="https://evil.example"></iframe><base href="https://evil.example/">',
  '" onmouseover="window.pwned = 5" x="',
  "' onfocus='window.pwned = 6' autofocus x='",
  '<style>@import "https://evil.example/x.css"</style>',
  '--><!-- ]]> {{constructor.constructor("window.pwned=7")()}} ${window.pwned=8}',
].join('\n\n')

const texts = new Set(['description', 'summary', 'title', 'termsOfService', 'x-inferred', 'x-unbounded'])
const line = payload.replaceAll('\n\n', ' ')

/** The document with the payload in every text, in the values of examples, and in the names of properties. */
export function hostile(value: unknown, key = '', holder = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => hostile(item, '', key))
  if (typeof value === 'string') return hostileText(value, key, holder)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [name, hostile(member, name, key)])
  if (key === 'properties')
    members.push([line, { type: 'string', description: payload, examples: [payload] }])
  return Object.fromEntries(members)
}

function hostileText(value: string, key: string, holder: string): string {
  if (holder === 'properties' || holder === 'required') return value
  if (texts.has(key)) return key === 'description' ? `${value}\n\n${payload}` : `${value} ${line}`
  return holder === 'examples' || holder === 'enum' || key === 'pattern' || key === 'default'
    ? value + line
    : value
}
