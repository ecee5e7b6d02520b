const longestMs = 5 * 60_000

/**
 * How long a server asks to be left alone, in milliseconds, from 0 to five minutes.
 * @param header the value of Retry-After: whole seconds or an HTTP date (RFC 9110, 10.2.3);
 * anything else is 0
 */
export function parseRetryAfterMs(header: string, nowMs: number): number {
  const value = header.trim()
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, 0), longestMs)
}
