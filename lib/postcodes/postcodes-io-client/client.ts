import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  halfJitterGenerator,
  handleWhenResult,
  isBrokenCircuitError,
  retry,
  timeout,
  TimeoutStrategy,
} from 'cockatiel'
import { parseRetryAfterMs } from '../../shared/http/retry-after'
import type { Located, PostcodesIoAnswer, UnavailableReason } from './answer'
import { normalise, parseLookUp, parseNearest } from './bodies'
import { isFailure, request, type Reply } from './request'

export type PostcodesIoClient = {
  /** @param deadline ends every request of this lookup when it is aborted */
  lookUp(postcode: string, deadline?: AbortSignal): Promise<PostcodesIoAnswer>
}

// Retry-After may ask for an hour, which suits crawlers; visitors' lookups resume sooner.
const longestQuietMs = 5 * 60_000

export type PostcodesIoOptions = {
  /** The service's URL without a trailing slash, such as https://api.postcodes.io. */
  baseUrl: string
  fetch?: typeof fetch
  /** Timeout per attempt, headers and body together. */
  timeoutMs?: number
  /** Maximum delay before the single retry; half of it is random. */
  retryDelayMs?: number
  maxBodyBytes?: number
  /** Consecutive failed requests (a retried one counts once) that open the circuit. */
  breakAfter?: number
  /** How long the circuit stays open before a trial request. */
  halfOpenAfterMs?: number
  /** Called for each failed request, for logging; never receives any part of the postcode. */
  onFailure?: (reason: UnavailableReason) => void
}

/**
 * A client for postcodes.io v18 (https://postcodes.io/docs, or a self-hosted copy). `lookUp` accepts any
 * spacing and case, never throws, and sends only well-formed postcodes. Create one per process: it holds the
 * circuit breaker.
 */
export function createPostcodesIoClient(options: PostcodesIoOptions): PostcodesIoClient {
  const { baseUrl, onFailure, maxBodyBytes = 64 * 1024 } = options
  const withPolicy = composePolicy(options)
  let quietUntil = 0

  async function ask<T>(
    path: string,
    parse: (body: unknown) => T | null,
    deadline: AbortSignal | undefined,
  ): Promise<Reply<T>> {
    if (Date.now() < quietUntil) return refused('rate-limited')
    const reply = await withPolicy((timeoutSignal) => {
      const signal = deadline ? AbortSignal.any([timeoutSignal, deadline]) : timeoutSignal
      return request({ fetch: options.fetch ?? fetch, url: `${baseUrl}${path}`, signal, maxBodyBytes, parse })
    }).catch((error: unknown) => {
      if (isBrokenCircuitError(error)) return refused('circuit-open')
      throw error
    })
    if (reply.kind === 'failure') {
      const askedMs = parseRetryAfterMs(reply.retryAfter, new Date()) ?? 0
      if (askedMs > 0) quietUntil = Date.now() + Math.min(askedMs, longestQuietMs)
      onFailure?.(reply.reason)
    }
    return reply
  }

  async function findNearest(longitude: number, latitude: number, deadline?: AbortSignal): Promise<Located | null> {
    // Within one kilometre: anything further away is too likely to be in another constituency.
    const path = `/postcodes?lon=${longitude}&lat=${latitude}&limit=1&radius=1000`
    const reply = await ask(path, parseNearest, deadline)
    return reply.kind === 'reply' ? reply.value.nearest : null
  }

  return {
    async lookUp(postcode, deadline) {
      const asked = normalise(postcode)
      if (asked === null) return { kind: 'invalid' }
      const reply = await ask(`/postcodes/${encodeURIComponent(asked)}`, (body) => parseLookUp(asked, body), deadline)
      if (reply.kind === 'failure') return { kind: 'unavailable', reason: reply.reason }
      if (reply.value.kind !== 'terminated') return reply.value
      const { coordinates } = reply.value
      const nearest = coordinates && (await findNearest(coordinates.longitude, coordinates.latitude, deadline))
      return { kind: 'terminated', postcode: asked, nearest }
    },
  }
}

function composePolicy({
  timeoutMs = 2000,
  retryDelayMs = 200,
  breakAfter = 5,
  halfOpenAfterMs = 10_000,
}: PostcodesIoOptions) {
  const breaker = circuitBreaker(handleWhenResult(isFailure), {
    halfOpenAfter: halfOpenAfterMs,
    breaker: new ConsecutiveBreaker(breakAfter),
  })
  const once = retry(
    handleWhenResult((result) => isFailure(result) && result.canRetry),
    {
      maxAttempts: 1,
      backoff: new ExponentialBackoff({
        initialDelay: retryDelayMs,
        maxDelay: retryDelayMs,
        generator: halfJitterGenerator,
      }),
    },
  )
  // Cooperative: the request returns a value of its own when its signal is aborted.
  const limit = timeout(timeoutMs, TimeoutStrategy.Cooperative)
  // Nested by hand: cockatiel's wrap() shares one signal between all requests, and Node warns of a leak from
  // the eleventh listener.
  return <T>(attempt: (signal: AbortSignal) => Promise<T>) =>
    breaker.execute(() => once.execute(() => limit.execute(({ signal }) => attempt(signal))))
}

function refused(reason: UnavailableReason) {
  return { kind: 'failure' as const, reason, canRetry: false, retryAfter: null }
}
