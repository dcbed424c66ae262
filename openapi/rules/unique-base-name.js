import { basename } from 'node:path'
import { baseName, partFiles, startOf } from './lib/files.js'

/**
 * No two files have one base name, whatever their folders and letter case: a name alone tells which file is meant,
 * and the bundler need not rename a component.
 * @type {import('@redocly/openapi-core').Oas3Rule}
 */
export const uniqueBaseName = () => ({
  Root(_root, context) {
    /** @type {Map<string, string>} */
    const owners = new Map()
    for (const file of partFiles(context.location.source.absoluteRef)) {
      const name = baseName(file).toLowerCase()
      const owner = owners.get(name)
      if (owner === undefined) {
        owners.set(name, file)
        continue
      }
      context.report({
        message: `Another file has the same base name, ${baseName(owner)} (${basename(owner)} in the folder ${folderOf(owner)}). Fix: Rename one of the two.`,
        location: startOf(file),
      })
    }
  },
})

/** @param {string} file */
function folderOf(file) {
  return file.split(/[\\/]/).at(-2) ?? '.'
}
