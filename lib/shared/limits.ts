import 'server-only'
import { requestLimits } from '../actions/model/privacy'
import { staffLimits } from '../staff/model/staff'
import { env } from './env'
import { getRequestCounter } from './request-counter.mjs'
import { unknownVisitor } from './visitor-address.mjs'

// Of the public ones, generous, since a school or a hostel shares one address: against a script, not
// against people.
const limits = { ...requestLimits, ...staffLimits }
type Limited = keyof typeof limits
type Rate = { aMinute: number; anHour: number }

const toLimits = ({ aMinute, anHour }: Rate) => [
  { seconds: 60, points: aMinute },
  { seconds: 3_600, points: anHour },
]

// All visitors without a known address together: of what is for everybody as many as on a busy evening, of what is for staff ten times one's own.
function rateOfUnknown(action: Limited): Rate {
  const aMinute = action in requestLimits ? env.UNKNOWN_ADDRESS_PER_MINUTE : 10 * limits[action].aMinute
  return { aMinute, anHour: 20 * aMinute }
}

/**
 * Whether a visitor may do one more of something now: so many in a minute and in an hour, counted in
 * memory under a keyed hash, see lib/shared/request-counter.mjs.
 * @param visitor the prefix of their address as the guard gives it, or `unknown`; for some of staffLimits something else
 */
export function isWithinLimit(action: Limited, visitor: string): boolean {
  return (
    getRequestCounter().charge(
      action,
      visitor,
      toLimits(visitor === unknownVisitor ? rateOfUnknown(action) : limits[action]),
    ) === 0
  )
}
