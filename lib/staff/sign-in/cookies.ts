import 'server-only'
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'

/** What sign-in knows of a request. */
export type AuthRequest = { cookie: string; userAgent: string }

/** A cookie to be set; the options are those of Next's `cookies().set`. */
export type AuthCookie = { name: string; value: string; options: ReturnType<typeof toCookieOptions> }

const longestUserAgent = 300

/** The headers of a request, as far as they concern sign-in. */
export function toHeaders({ cookie, userAgent }: AuthRequest): Headers {
  return new Headers({ cookie, 'user-agent': userAgent.slice(0, longestUserAgent) })
}

/**
 * The cookies that an answer sets. The session's own has no age: it goes with the browser, and the
 * database knows who was idle too long, also while only pages are read, which cannot set a cookie.
 */
export function readCookies(headers: Headers): AuthCookie[] {
  return [...parseSetCookieHeader(headers.get('set-cookie') ?? '')].map(([name, cookie]) => {
    const { maxAge, expires, ...options } = toCookieOptions(cookie)
    const isKept = name.endsWith('session_token') && cookie.value !== ''
    return { name, value: cookie.value, options: isKept ? options : { ...options, maxAge, expires } }
  })
}
