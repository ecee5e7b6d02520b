import 'server-only'
import { isAPIError } from 'better-auth/api'
import { extendLink } from '../data/devices'
import { getAuth } from './auth'
import { type AuthCookie, type AuthRequest, readCookies, toHeaders } from './cookies'

/** A new session: whose it is, and the cookies to set. */
export type SignedIn = { userId: string; cookies: AuthCookie[] }

/**
 * Creates a sign-in token. It works once, for `linkMinutes`, and only while someone on the staff has the address. Only
 * its hash is stored.
 * @param email in lower case
 * @param until works for longer, until then: for invitations
 */
export async function createLinkToken(email: string, until: Date | null = null): Promise<string> {
  const auth = await getAuth()
  let created = ''
  const onToken = (token: string) => (created = token)
  await auth.api.signInMagicLink({ body: { email, metadata: { onToken } }, headers: new Headers() })
  if (until) await extendLink(email, until)
  return created
}

/** Exchanges a token for a session; null if it is unknown, expired or already used. */
export async function consumeLinkToken(token: string, request: AuthRequest): Promise<SignedIn | null> {
  const auth = await getAuth()
  try {
    const { headers, response } = await auth.api.magicLinkVerify({
      query: { token },
      headers: toHeaders(request),
      returnHeaders: true,
    })
    return { userId: response.user.id, cookies: readCookies(headers) }
  } catch (error) {
    // better-auth reports a bad token by redirecting to an error page.
    if (isAPIError(error) && error.statusCode < 500) return null
    throw error
  }
}
