import 'server-only'
import { invalidateCaches } from './cache'

// Set by lib/server/serve.mjs before Next loads. In development, pages are rendered on every request and this is unset.
const held: typeof globalThis & { stableFuturesForgetPages?: () => void } = globalThis

/**
 * Invalidates every public page, image and count in this process; each is re-rendered on its next visit. Call this
 * after a change to what they show. If re-rendering fails, the last good copy is served.
 */
export function refreshPages(): void {
  invalidateCaches()
  held.stableFuturesForgetPages?.()
}
