import 'server-only'
import type { AsyncLocalStorage } from 'node:async_hooks'
import { circuitBreaker, ConsecutiveBreaker, handleAll, timeout, TimeoutStrategy } from 'cockatiel'
import { log } from './log'

/** How long a visitor waits for the database before we fall back to the shipped facts. */
export const timeoutMs = 2_000

// Set by lib/server/front/fallback.mjs, which handles each request first.
const held: typeof globalThis & { stableFuturesFallback?: AsyncLocalStorage<true> } = globalThis

// After a failure, the breaker opens for two seconds, and then a single request probes the database.
const breaker = circuitBreaker(handleAll, { halfOpenAfter: timeoutMs, breaker: new ConsecutiveBreaker(1) })
const limit = timeout(timeoutMs, TimeoutStrategy.Aggressive)

/**
 * Reads from the database, or calls `fallback` instead if the response is for this visitor only: the answer to a form,
 * or a page that couldn’t be rendered otherwise. For a page that will be cached the error is thrown, so the last good
 * copy stays in the cache.
 */
export async function readWithFallback<Value>(read: () => Promise<Value>, fallback: () => Value): Promise<Value> {
  if (!held.stableFuturesFallback?.getStore()) return read()
  try {
    // Nested by hand: cockatiel's wrap() gives all reads one shared signal, and Node warns of a leak from the eleventh.
    return await breaker.execute(() => limit.execute(read))
  } catch (error) {
    log.warn(
      { reason: error instanceof Error ? error.name : 'unknown' },
      'the database is not answering; using the shipped facts',
    )
    return fallback()
  }
}
