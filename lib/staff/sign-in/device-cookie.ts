import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from '../../shared/env'
import type { AuthCookie } from './cookies'
import { getStaffSecret } from './secret'

/** A browser in which somebody has signed in before. */
export type KnownDevice = { id: string; isOf: (email: string) => boolean }

const isSecure = env.SITE_URL.startsWith('https:')
const cookieName = `${isSecure ? '__Secure-' : ''}staff.device`

// As long as browsers keep a cookie (RFC 6265bis, 5.5).
const maxAgeSeconds = 400 * 86_400

/**
 * The cookie that says, for the staff's pages only, that somebody has signed in with this browser: a random name
 * for it and a keyed hash of their address. It opens nothing; it has limits of its own at sign-in.
 * @param email in lower case
 */
export function composeDeviceCookie(email: string): AuthCookie {
  const known = `${randomBytes(16).toString('base64url')}.${sign('person', email)}`
  const options = { path: '/staff', httpOnly: true, secure: isSecure, sameSite: 'lax', maxAge: maxAgeSeconds } as const
  return { name: cookieName, value: `${known}.${sign('device', known)}`, options }
}

/** The device that a request's cookies name; null when they name none that we have signed. @param cookies as the browser sends them, not trusted */
export function readDevice(cookies: string): KnownDevice | null {
  const value = cookies
    .split(/; */)
    .find((cookie) => cookie.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1)
  if (!value) return null
  const [id = '', person = '', signature = ''] = value.split('.')
  if (!isSame(sign('device', `${id}.${person}`), signature)) return null
  return { id, isOf: (email) => isSame(sign('person', email), person) }
}

function sign(purpose: 'person' | 'device', text: string): string {
  return createHmac('sha256', getStaffSecret()).update(`${purpose} ${text}`).digest('base64url')
}

function isSame(ours: string, given: string): boolean {
  const [a, b] = [Buffer.from(ours), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
