import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import { bundlePath } from './contract/document.ts'

/**
 * Calls back when the contract's bundle was written anew. The folder is watched, not the file: the bundle is
 * replaced by renaming, and a watch on the file would stay with the old one.
 * @param changed called at most every 100 ms
 * @returns stops watching
 */
export function watchBundle(changed: () => Promise<void>): () => void {
  const path = bundlePath()
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(dirname(path), (_event, name) => {
    if (name !== basename(path)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      void changed()
    }, 100)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
