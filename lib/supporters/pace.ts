import { setImmediate } from 'node:timers/promises'

/**
 * Makes long work yield to other requests: call `await pace()` between its steps, and it yields to the event loop once
 * the work has held it for `maxHeldMs`.
 * @param maxHeldMs can be exceeded by the duration of one step
 */
export function createPacer(maxHeldMs = 10): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < maxHeldMs) return
    await setImmediate()
    since = performance.now()
  }
}
