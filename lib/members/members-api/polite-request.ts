import pLimit from 'p-limit'
import { getJson, type GetJsonOptions } from '../../shared/http/get-json'
import { parseRetryAfterMs } from '../../shared/http/retry-after'
import type { Answer } from './failure'

/** Calls at a time. Somebody who made 24 was told to stay away for 52 minutes. */
export const PARALLEL_CALLS = 4

const DEFAULT_RETRY_AFTER_MS = 10_000 // for a 429 that does not say

export type PoliteOptions = Pick<GetJsonOptions, 'fetch' | 'userAgent' | 'maxBodyBytes'> & {
  timeoutMs: number // of one try, body included
  now: () => Date
  wait: (ms: number) => Promise<void>
  retryDelayMs: number // before the second try; twice that before the third
  maxRetryAfterMs: number
  maxTries: number
}

/**
 * Makes a function that gets JSON documents, four at a time, and again when one fails. When
 * it is asked to come back later, every request pauses for as long as asked; when that is longer
 * than `maxRetryAfterMs`, this request and those that follow until then fail as rate-limited
 * without a call.
 */
export function createPoliteRequest(options: PoliteOptions): (url: URL) => Promise<Answer<unknown>> {
  const { now, wait, retryDelayMs, maxRetryAfterMs, maxTries } = options
  const limit = pLimit(PARALLEL_CALLS)
  let pausedUntilMs = 0

  async function request(url: URL): Promise<Answer<unknown>> {
    for (let tried = 1; ; tried += 1) {
      const refused = await sitOutPause()
      if (refused) return refused
      const reply = await getJson(url, { ...options, signal: AbortSignal.timeout(options.timeoutMs) })
      switch (reply.outcome) {
        case 'json':
          return { ok: true, value: reply.body }
        case 'come-back': {
          const askedMs = parseRetryAfterMs(reply.retryAfter, now()) ?? DEFAULT_RETRY_AFTER_MS
          pausedUntilMs = Math.max(pausedUntilMs, now().getTime() + askedMs)
          if (tried >= maxTries) return rateLimited()
          break
        }
        case 'failed':
          if (!reply.isTransient || tried >= maxTries) return { ok: false, failed: reply.failed }
          await wait(retryDelayMs * 2 ** (tried - 1))
      }
    }
  }

  /** Waits until nobody asks for patience any more; gives up when that is too long. */
  async function sitOutPause(): Promise<Answer<never> | null> {
    for (;;) {
      const leftMs = pausedUntilMs - now().getTime()
      if (leftMs <= 0) return null
      if (leftMs > maxRetryAfterMs) return rateLimited()
      await wait(leftMs)
    }
  }

  function rateLimited(): Answer<never> {
    return { ok: false, failed: { failure: 'rate-limited', until: new Date(pausedUntilMs) } }
  }

  return (url) => limit(request, url)
}
