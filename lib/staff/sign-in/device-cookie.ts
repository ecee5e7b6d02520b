import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from '../../shared/env'
import type { AuthCookie } from './cookies'
import { getStaffSecret } from './secret'

/** A browser someone has signed in with before. */
export type KnownDevice = { id: string; isOf: (email: string) => boolean }

const isSecure = env.SITE_URL.startsWith('https:')
const cookieName = `${isSecure ? '__Secure-' : ''}staff.device`

// The longest browsers allow (RFC 6265bis, 5.5).
const maxAgeSeconds = 400 * 86_400

/**
 * A cookie for the staff pages that recognises a browser someone has signed in with: a random device id and a keyed
 * hash of their address. It grants no access, only rate limits of its own at sign-in.
 * @param email in lower case
 */
export function composeDeviceCookie(email: string): AuthCookie {
  const known = `${randomBytes(16).toString('base64url')}.${sign('person', email)}`
  const options = { path: '/staff', httpOnly: true, secure: isSecure, sameSite: 'lax', maxAge: maxAgeSeconds } as const
  return { name: cookieName, value: `${known}.${sign('device', known)}`, options }
}

/**
 * The device named in a request’s cookies; null if there is none or its signature is wrong.
 * @param cookies the Cookie header, not trusted
 */
export function readDevice(cookies: string): KnownDevice | null {
  const value = cookies
    .split(/; */)
    .find((cookie) => cookie.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1)
  if (!value) return null
  const [id = '', person = '', signature = ''] = value.split('.')
  if (!isEqual(sign('device', `${id}.${person}`), signature)) return null
  return { id, isOf: (email) => isEqual(sign('person', email), person) }
}

function sign(purpose: 'person' | 'device', text: string): string {
  return createHmac('sha256', getStaffSecret()).update(`${purpose} ${text}`).digest('base64url')
}

function isEqual(ours: string, given: string): boolean {
  const [a, b] = [Buffer.from(ours), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
