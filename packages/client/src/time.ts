/**
 * Gives what the work gives, unless the time is over or the parent aborts before: then it rejects with the reason at
 * once, even if the work does not listen to the signal. One timer and one listener on the parent, and neither
 * outlives it, unlike those of `AbortSignal.timeout` and `AbortSignal.any`.
 * @param ms milliseconds
 * @param work gets the signal that aborts then; it is not begun when the parent has aborted already
 */
export async function limit<T>(
  ms: number,
  parent: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  parent?.throwIfAborted()
  const controller = new AbortController()
  const { signal } = controller
  const follow = () => {
    controller.abort(parent?.reason)
  }
  const expire = () => {
    controller.abort(new DOMException(`after ${ms} ms`, 'TimeoutError'))
  }
  // The longest that a timer can run.
  const timer = setTimeout(expire, Math.min(ms, 2 ** 31 - 1))
  parent?.addEventListener('abort', follow)
  try {
    return await new Promise<T>((resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason)
      })
      work(signal).then(resolve, reject)
    })
  } finally {
    clearTimeout(timer)
    parent?.removeEventListener('abort', follow)
  }
}

/** Waits some milliseconds, or until the parent aborts. */
export async function sleep(ms: number, parent: AbortSignal | undefined): Promise<void> {
  await limit(ms, parent, () => new Promise(() => {})).catch(() => {})
}
