import { parentPort } from 'node:worker_threads'
import { generateTypes } from './types.ts'

/** The other half of `TypesThread`: answers each document with the text of its types. */
parentPort?.on('message', (document: Parameters<typeof generateTypes>[0]) => {
  void generateTypes(document).then((text) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage(text)
  })
})
