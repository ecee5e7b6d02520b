import pLimit from 'p-limit'
import { getJson, type GetJsonOptions } from '../../shared/http/get-json'
import { parseRetryAfterMs } from '../../shared/http/retry-after'
import type { Answer } from './failure'

/** Concurrent calls. A client that made 24 was blocked for 52 minutes. */
export const PARALLEL_CALLS = 4

const DEFAULT_RETRY_AFTER_MS = 10_000 // for a 429 without Retry-After

export type PoliteOptions = Pick<GetJsonOptions, 'fetch' | 'userAgent' | 'maxBodyBytes'> & {
  timeoutMs: number // per attempt, body included
  now: () => Date
  wait: (ms: number) => Promise<void>
  retryDelayMs: number // before the second attempt; doubled before the third
  maxRetryAfterMs: number
  maxTries: number
}

/**
 * Makes a function that fetches JSON, four requests at a time, with retries. When the API asks us to wait,
 * every request waits; if the wait exceeds `maxRetryAfterMs`, this request and all others until then fail as
 * rate-limited without a call.
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

  /** Waits until no pause is in force; gives up when the wait is too long. */
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
