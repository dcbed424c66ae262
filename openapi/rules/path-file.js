import { isObject } from './lib/json.js'

/**
 * Each path has a file of its own, named after its URL: a reader who has the URL knows the file.
 * @type {import('@redocly/openapi-core').Oas3Rule}
 */
export const pathFile = () => ({
  Paths(paths, context) {
    for (const [url, item] of Object.entries(paths)) {
      const file = `paths/${url.slice(1).replaceAll('/', '_')}.yaml`
      if (isObject(item) && item['$ref'] === file && Object.keys(item).length === 1) continue
      context.report({
        message: `The path ${url} does not stand in the file that mirrors its URL. Fix: Put the path item into ${file} and write only \`$ref: ${file}\` here.`,
        location: context.location.child([url]).key(),
      })
    }
  },
})
