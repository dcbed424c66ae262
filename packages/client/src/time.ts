/** The longest that a timer can run, in milliseconds. */
const longest = 2 ** 31 - 1

/**
 * Makes a signal that aborts when the time is over or when its parent does; `release` lets go of both.
 * `AbortSignal.timeout` and `AbortSignal.any` would leave timers and listeners behind.
 * @param ms milliseconds
 */
export function limit(ms: number, parent?: AbortSignal | null) {
  const controller = new AbortController()
  const { signal } = controller
  const follow = () => {
    controller.abort(parent?.reason)
  }
  const expire = () => {
    controller.abort(new DOMException(`after ${ms} ms`, 'TimeoutError'))
  }
  const timer = setTimeout(expire, Math.min(ms, longest))
  const release = () => {
    clearTimeout(timer)
    parent?.removeEventListener('abort', follow)
  }
  parent?.addEventListener('abort', follow)
  if (parent?.aborted) follow()
  return { signal, release }
}

/** What the work gives, or the signal's reason as soon as it aborts, even if the work does not listen to it. */
export function race<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(signal.reason)
    }
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop)
    })
  })
}

/** Waits some milliseconds, or until the signal aborts. */
export async function sleep(ms: number, parent: AbortSignal): Promise<void> {
  const { signal, release } = limit(ms, parent)
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
  release()
}
