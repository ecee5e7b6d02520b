import 'server-only'
import { env } from './env'
import type { Limit } from './model/limits'
import { getRequestCounter } from './request-counter.mjs'
import { unknownVisitor } from './visitor-address.mjs'

// All visitors without a known address share one allowance: of what everyone may do, as much as a busy evening needs;
// of what only staff do, ten times one person's.
function allowUnknown({ perMinute, isPublic }: Limit) {
  const shared = isPublic ? env.UNKNOWN_ADDRESS_PER_MINUTE : 10 * perMinute
  return { perMinute: shared, perHour: 20 * shared }
}

/**
 * Whether a visitor may do one more of something now: counted per minute and per hour, in memory, under a keyed hash;
 * see lib/shared/request-counter.mjs.
 * @param limit public ones are generous, since a school or a hostel shares one address: they stop scripts, not people
 * @param visitor the prefix of their address as the guard gives it, or `unknown`; for some limits of staff something else
 */
export function isWithinLimit(limit: Limit, visitor: string): boolean {
  const { perMinute, perHour } = visitor === unknownVisitor ? allowUnknown(limit) : limit
  const windows = [
    { seconds: 60, points: perMinute },
    { seconds: 3_600, points: perHour },
  ]
  return getRequestCounter().charge(limit.key, visitor, windows) === 0
}
