import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { RateLimiterMemory, RateLimiterUnion } from 'rate-limiter-flexible'
import { requestLimits } from '../domain/privacy'
import { staffLimits } from '../domain/staff'
import { unknownVisitor } from '../server/visitor-address.mjs'

// Of the public ones, generous, since a school or a hostel shares one address: against a script, not
// against people.
const limits = { ...requestLimits, ...staffLimits }
type Limited = keyof typeof limits
const limiters = new Map(Object.entries(limits).map(([name, limit]) => [name, composeLimiter(name, limit)]))

// Thrown away with the process, so that no key leads back to an address.
const salt = randomBytes(32)

/**
 * Whether an address may do one more of something now: so many in a minute and in an hour, counted in
 * this process under a keyed hash of the address.
 * @param address as the guard gives it; without one there is no limit, see app/read-visitor.ts. For
 * `linkForEmail` it is an email address.
 */
export async function isWithinLimit(action: Limited, address: string): Promise<boolean> {
  if (address === unknownVisitor) return true
  const key = createHash('sha256').update(salt).update(address).digest('base64url')
  const limiter = limiters.get(action)
  return limiter ? limiter.consume(key).then(() => true, () => false) : false
}

function composeLimiter(name: string, { aMinute, anHour }: { aMinute: number; anHour: number }): RateLimiterUnion {
  return new RateLimiterUnion(
    new RateLimiterMemory({ keyPrefix: `${name}-minute`, points: aMinute, duration: 60 }),
    new RateLimiterMemory({ keyPrefix: `${name}-hour`, points: anHour, duration: 3_600 }),
  )
}
