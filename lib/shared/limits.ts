import 'server-only'
import { env } from './env'
import type { Limit } from './model/limits'
import { getRequestCounter } from './request-counter.mjs'
import { unknownVisitor } from './visitor-address.mjs'

// Visitors without a known address share one allowance. For public actions it is enough for a busy evening; for staff
// actions it is ten times one person’s.
function allowUnknown({ perMinute, isPublic }: Limit) {
  const shared = isPublic ? env.UNKNOWN_ADDRESS_PER_MINUTE : 10 * perMinute
  return { perMinute: shared, perHour: 20 * shared }
}

/**
 * Counts one action against a visitor’s rate limit. Counts are per minute and per hour, in memory and under a keyed
 * hash; see lib/shared/request-counter.mjs.
 * @param limit public limits are generous, as a school or a hostel shares one address: they stop scripts, not people
 * @param visitor the address prefix that the guard reports, or `unknown`; some staff limits use another key
 * @returns false if the limit is used up
 */
export function isWithinLimit(limit: Limit, visitor: string): boolean {
  const { perMinute, perHour } = visitor === unknownVisitor ? allowUnknown(limit) : limit
  const windows = [
    { seconds: 60, points: perMinute },
    { seconds: 3_600, points: perHour },
  ]
  return getRequestCounter().charge(limit.key, visitor, windows) === 0
}
