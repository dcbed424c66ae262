import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isObject, type Json, type JsonObject, objectAt } from '@cloudcockpit/openapi/scripts/contract.ts'

/**
 * Writes a contract as one file per path and per component, as this repository keeps its own.
 * @param folder gets `openapi.json`, `paths/` and `components/`
 * @returns the path of the root document
 */
export async function writeSplit(document: JsonObject, folder: string): Promise<string> {
  const files = new Map<string, Json>()
  const paths: JsonObject = {}
  for (const [index, [url, item]] of Object.entries(objectAt(document, 'paths')).entries()) {
    files.set(`paths/${index}.json`, pointing(item, '../components/'))
    paths[url] = { $ref: `paths/${index}.json` }
  }
  const { securitySchemes = {}, ...kinds } = objectAt(document, 'components')
  for (const [kind, named] of Object.entries(kinds)) {
    for (const [name, component] of Object.entries(isObject(named) ? named : {}))
      files.set(`components/${kind}/${name}.json`, pointing(component, '../'))
  }
  files.set('openapi.json', { ...document, paths, components: { securitySchemes } })
  for (const [path, value] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), JSON.stringify(value))
  }
  return join(folder, 'openapi.json')
}

/** The same value, with references to components turned into references to files below `base`. */
function pointing(value: Json, base: string): Json {
  if (Array.isArray(value)) return value.map((item) => pointing(item, base))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, item]): [string, Json] => {
    if (key !== '$ref' || typeof item !== 'string') return [key, pointing(item, base)]
    const [, kind = '', name = '', rest] = /^#\/components\/(\w+)\/([^/]+)(\/.*)?$/.exec(item) ?? []
    return [key, kind === '' ? item : `${base}${kind}/${name}.json${rest === undefined ? '' : `#${rest}`}`]
  })
  return Object.fromEntries(entries)
}
