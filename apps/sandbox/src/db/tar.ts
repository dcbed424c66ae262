import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'

const block = 512

/**
 * Unpacks a tar archive of plain files and folders, as PGlite writes them (POSIX ustar).
 * @param archive the archive
 * @param directory where to; it must not exist
 * @throws Error for a name that leads out of the directory
 */
export async function unpack(archive: Buffer, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  for (let at = 0; at + block <= archive.length && archive[at] !== 0;) {
    const name = textAt(archive, at, 100)
    const prefix = textAt(archive, at + 345, 155)
    const size = Number.parseInt(textAt(archive, at + 124, 12), 8)
    const path = pathIn(directory, prefix === '' ? name : `${prefix}/${name}`)
    const isFolder = textAt(archive, at + 156, 1) === '5'
    at += block
    if (isFolder) await mkdir(path, { recursive: true })
    else await write(path, archive.subarray(at, at + size))
    at += Math.ceil(size / block) * block
  }
}

async function write(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.write(bytes)
  } finally {
    await file.close()
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
