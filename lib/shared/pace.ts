import { setImmediate } from 'node:timers/promises'

/**
 * Lets long work give way: `await pace()` between its steps lets other requests have their turn as soon as
 * the work has held the event loop for so long.
 * @param maxHeldMs to which the longest step adds
 */
export function createPacer(maxHeldMs = 10): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < maxHeldMs) return
    await setImmediate()
    since = performance.now()
  }
}
