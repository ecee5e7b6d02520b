/**
 * Parses a Retry-After header: a number of seconds or an HTTP date (RFC 9110, 10.2.3).
 * @returns milliseconds to wait from `now`, never negative; null if the header is missing or invalid
 */
export function parseRetryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // Date.parse accepts almost anything, but an HTTP date starts with a weekday.
  const at = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}
