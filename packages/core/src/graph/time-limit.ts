/** A signal that ends with the caller's, or by itself after some time. */
export interface TimeLimit {
  signal: AbortSignal
  /** Whether it was time that ended it. */
  hasPassed(): boolean
  /** To be called when the work is over, however it ended. */
  clear(): void
}

/**
 * Limits work to the caller's signal and so many milliseconds.
 *
 * `AbortSignal.any` and `timeout` say the same in less, but leave it to the garbage collector to find out that nobody
 * needs them any more, which costs a call as much as its signing.
 */
export function timeLimit(caller: AbortSignal | undefined, ms: number): TimeLimit {
  const controller = new AbortController()
  let hasPassed = false
  const timer = setTimeout(
    () => {
      hasPassed = true
      controller.abort(new DOMException('The call took too long.', 'TimeoutError'))
    },
    Math.min(ms, longestTimerMs),
  )
  timer.unref()
  const follow = () => controller.abort(caller?.reason)
  if (caller?.aborted === true) follow()
  caller?.addEventListener('abort', follow, { once: true })
  return {
    signal: controller.signal,
    hasPassed: () => hasPassed,
    clear() {
      clearTimeout(timer)
      caller?.removeEventListener('abort', follow)
    },
  }
}

/** Node takes longer ones for 1 ms. */
const longestTimerMs = 2 ** 31 - 1
