import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

/** The folders that hold the parts of a contract, beside its root document. */
const partFolders = ['paths', 'components']

/**
 * Every file in the folders of a contract's parts, README files apart.
 * @param {string} rootFile the absolute path of `openapi.yaml`
 * @returns {string[]} absolute paths, sorted
 */
export function partFiles(rootFile) {
  return partFolders
    .map((folder) => join(dirname(rootFile), folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/^(README\.md|\.)/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/**
 * A file's name without its folder and extension.
 * @param {string} file
 */
export function baseName(file) {
  return basename(file, extname(file))
}

/**
 * The location of a file's first line, for problems of the file as a whole.
 * @param {string} file an absolute path
 */
export function startOf(file) {
  const start = { line: 1, col: 1 }
  return { source: emptySource(file), pointer: undefined, start, end: start }
}

/**
 * A source for a file that was never read, in the shape Redocly prints. Importing its class would load all of
 * Redocly a second time into the CLI, which carries a bundled copy.
 * @param {string} absoluteRef
 * @returns {any}
 */
function emptySource(absoluteRef) {
  return { absoluteRef, body: '', getLines: () => [''] }
}
