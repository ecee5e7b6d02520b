import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { RateLimiterMemory, RateLimiterUnion } from 'rate-limiter-flexible'
import { requestLimits } from '../domain/privacy'

// Generous, since a school or a hostel shares one address: against a script, not against people.
const limiters = { lookup: composeLimiter('lookup'), search: composeLimiter('search'), handOff: composeLimiter('handOff') }

// Thrown away with the process, so that no key leads back to an address.
const salt = randomBytes(32)

/**
 * Whether an address may do one more of something now: so many in a minute and in an hour, counted in
 * this process under a keyed hash of the address.
 * @param address as the guard gives it; without one there is no limit, see app/read-visitor.ts
 */
export async function isWithinLimit(action: keyof typeof requestLimits, address: string): Promise<boolean> {
  if (address === '') return true
  const key = createHash('sha256').update(salt).update(address).digest('base64url')
  return limiters[action].consume(key).then(
    () => true,
    () => false,
  )
}

function composeLimiter(name: keyof typeof requestLimits): RateLimiterUnion {
  const { aMinute, anHour } = requestLimits[name]
  return new RateLimiterUnion(
    new RateLimiterMemory({ keyPrefix: `${name}-minute`, points: aMinute, duration: 60 }),
    new RateLimiterMemory({ keyPrefix: `${name}-hour`, points: anHour, duration: 3_600 }),
  )
}
