import { deref, record, text, type OpenApiDocument } from './document.ts'

/** How a program gets its token: OAuth 2.0 client credentials. */
export interface ClientCredentialsFlow {
  /** The token endpoint's path, which the sandbox serves under its own address. */
  readonly tokenPath: string
  readonly scope: string
}

/** The first client credentials flow among the document's security schemes; undefined when there is none. */
export function clientCredentialsFlow(document: OpenApiDocument): ClientCredentialsFlow | undefined {
  const schemes = record(record(record(document)['components'])['securitySchemes'])
  for (const reference of Object.values(schemes)) {
    const flow = record(record(deref(document, reference)['flows'])['clientCredentials'])
    const tokenUrl = text(flow['tokenUrl'])
    if (tokenUrl === undefined || !URL.canParse(tokenUrl)) continue
    return { tokenPath: new URL(tokenUrl).pathname, scope: Object.keys(record(flow['scopes'])).join(' ') }
  }
  return undefined
}
