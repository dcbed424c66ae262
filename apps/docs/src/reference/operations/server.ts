import { isObject, type JsonObject, listAt, objectAt, own, textAt } from '../json.ts'

/** An address of the API. */
export interface Server {
  /** As the document has it; it may hold variables such as `{region}`. */
  url: string
  /** With its variables filled in by their defaults, and without a slash at the end. */
  address: string
  description: string | undefined
  /** `production` or `sandbox`, from `x-environment`. */
  environment: string | undefined
}

/** The servers of the innermost level that names any. */
export function readServers(levels: readonly JsonObject[]): Server[] {
  const level = levels.find((candidate) => listAt(candidate, 'servers').length > 0)
  return listAt(level, 'servers')
    .filter(isObject)
    .map((server) => ({
      url: textAt(server, 'url') ?? '/',
      address: addressOf(server),
      description: textAt(server, 'description'),
      environment: textAt(server, 'x-environment'),
    }))
}

function addressOf(server: JsonObject): string {
  const variables = objectAt(server, 'variables')
  const filled = (textAt(server, 'url') ?? '/').replace(/\{([^}]+)\}/g, (whole, name: string) => {
    return textAt(own(variables, name), 'default') ?? whole
  })
  return filled.replace(/\/+$/, '')
}
