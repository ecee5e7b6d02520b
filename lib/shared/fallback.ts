import 'server-only'
import type { AsyncLocalStorage } from 'node:async_hooks'
import { circuitBreaker, ConsecutiveBreaker, handleAll, timeout, TimeoutStrategy, wrap } from 'cockatiel'
import { log } from './log'

/** So long a visitor waits for the database before the site does without it. */
export const patienceMs = 2_000

// Put there by lib/server/front/fallback.mjs, which sees each request first.
const held: typeof globalThis & { stableFuturesFallback?: AsyncLocalStorage<true> } = globalThis

// After a failure nobody waits for two seconds; then one request tries.
const policy = wrap(
  circuitBreaker(handleAll, { halfOpenAfter: patienceMs, breaker: new ConsecutiveBreaker(1) }),
  timeout(patienceMs, TimeoutStrategy.Aggressive),
)

/**
 * Reads from the database, or does without it, where this answer is for one visitor only: an answer to a
 * form, or a page that could not be made otherwise. A page that is kept for others gets the fault, so that
 * the last good one stays.
 */
export async function readOrDoWithout<Value>(read: () => Promise<Value>, doWithout: () => Value): Promise<Value> {
  if (!held.stableFuturesFallback?.getStore()) return read()
  try {
    return await policy.execute(read)
  } catch (error) {
    log.warn(
      { reason: error instanceof Error ? error.name : 'unknown' },
      'the database is not answering; using the shipped facts',
    )
    return doWithout()
  }
}
