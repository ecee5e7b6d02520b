import 'server-only'
import { forgetKept } from './kept'

// Put there by lib/server/serve.mjs, before Next is loaded. While developing, pages are made for each
// request, and there is none.
const held: typeof globalThis & { stableFuturesForgetPages?: () => void } = globalThis

/**
 * Has this process make every public page, picture and count anew at its next visit: to be called after
 * a change of what they show. Until a new one can be made, the last good one is shown.
 */
export function refreshPages(): void {
  forgetKept()
  held.stableFuturesForgetPages?.()
}
