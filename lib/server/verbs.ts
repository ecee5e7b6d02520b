import 'server-only'
import { finishActions } from '../actions/data/finish'
import { issueToken, reportAction } from '../actions/report'
import { stopSendingLetters } from '../letters/outbox'
import { hasSession } from '../staff/get'

/** What the chain before Next (lib/server/*.mjs) calls without asking Next. */
const verbs = { finishActions, hasSession, issueToken, reportAction, stopSendingLetters }

export type Verbs = typeof verbs

/**
 * Leaves the verbs where the chain finds them, see lib/server/verbs.mjs. Next bundles them, so what the
 * chain could import would be other instances, with limits, connections and caches of their own.
 */
export function registerVerbs(): void {
  Object.assign(globalThis, { stableFuturesVerbs: verbs })
}
