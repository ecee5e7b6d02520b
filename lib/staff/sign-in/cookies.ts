import 'server-only'
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'

/** The parts of a request that sign-in uses. */
export type AuthRequest = { cookie: string; userAgent: string }

/** A cookie to set, with the options of Next’s `cookies().set`. */
export type AuthCookie = { name: string; value: string; options: ReturnType<typeof toCookieOptions> }

const maxUserAgentLength = 300

/** The request headers that better-auth needs. */
export function toHeaders({ cookie, userAgent }: AuthRequest): Headers {
  return new Headers({ cookie, 'user-agent': userAgent.slice(0, maxUserAgentLength) })
}

/**
 * The cookies a response sets. The session cookie loses its max-age and lasts until the browser closes: idle time is
 * tracked in the database instead, because rendering a page can’t renew a cookie.
 */
export function readCookies(headers: Headers): AuthCookie[] {
  return [...parseSetCookieHeader(headers.get('set-cookie') ?? '')].map(([name, cookie]) => {
    const { maxAge, expires, ...options } = toCookieOptions(cookie)
    const isSession = name.endsWith('session_token') && cookie.value !== ''
    return { name, value: cookie.value, options: isSession ? options : { ...options, maxAge, expires } }
  })
}
