import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const block = 512

/**
 * Unpacks a tar archive of plain files and folders, as PGlite writes them (POSIX ustar). Nothing else goes on
 * meanwhile: for hundreds of small files that is several times quicker.
 * @param archive the archive
 * @param directory where to; it must not exist
 * @throws Error for a name that leads out of the directory
 */
export function unpack(archive: Buffer, directory: string): void {
  mkdirSync(directory, { recursive: true })
  for (let at = 0; at + block <= archive.length && archive[at] !== 0;) {
    const name = textAt(archive, at, 100)
    const prefix = textAt(archive, at + 345, 155)
    const size = Number.parseInt(textAt(archive, at + 124, 12), 8)
    const path = pathIn(directory, prefix === '' ? name : `${prefix}/${name}`)
    const isFolder = textAt(archive, at + 156, 1) === '5'
    at += block
    if (isFolder) mkdirSync(path, { recursive: true })
    else writeFileSync(path, archive.subarray(at, at + size), { flag: 'wx', mode: 0o600 })
    at += Math.ceil(size / block) * block
  }
}

function textAt(archive: Buffer, at: number, length: number): string {
  return archive
    .toString('latin1', at, at + length)
    .split('\0', 1)
    .join('')
    .trim()
}

function pathIn(directory: string, name: string): string {
  if (name.split('/').includes('..'))
    throw new Error(`The archive holds a name that leads out of it: ${name}`)
  return join(directory, name)
}
