import { htmlFiles } from '../../src/build/html-files.ts'

/** The paths of all pages of a built site, without a slash in front. */
export function pagePaths(folder: string): string[] {
  return htmlFiles(folder).map((name) => name.replace(/(^|\/)index\.html$/, '$1'))
}
