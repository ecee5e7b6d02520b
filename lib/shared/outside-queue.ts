import 'server-only'
import type { AsyncLocalStorage } from 'node:async_hooks'

// Set by lib/server/front/form-queue.mjs, which lets a few forms at a time through to Next.
const held: typeof globalThis & { stableFuturesFormQueue?: AsyncLocalStorage<{ leave: () => void }> } = globalThis

/**
 * Gives this form's place in the queue to the next one. To be called before waiting for an outside service: a form that
 * waits costs nothing, and would keep others from being answered.
 */
export function leaveFormQueue(): void {
  held.stableFuturesFormQueue?.getStore()?.leave()
}
