import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * The pages of a built site as paths inside its folder, with `/` between the parts. A folder may be called
 * `something.html` too: a property of that name may have a page of its own.
 */
export function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}
