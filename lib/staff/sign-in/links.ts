import 'server-only'
import { isAPIError } from 'better-auth/api'
import { getAuth } from './auth'
import { type AuthCookie, type AuthRequest, readCookies, toHeaders } from './cookies'

/** A signed-in browser to be: the cookies to set, and whose it is. */
export type SignedIn = { userId: string; cookies: AuthCookie[] }

/**
 * Makes a link's token: good once, for 15 minutes, and only while somebody has the address. What is
 * stored is a hash of it.
 * @param email in lower case, of somebody on the staff
 */
export async function createLinkToken(email: string): Promise<string> {
  const auth = await getAuth()
  let kept = ''
  const keep = (token: string) => (kept = token)
  await auth.api.signInMagicLink({ body: { email, metadata: { keep } }, headers: new Headers() })
  return kept
}

/** Uses up a token; null when there is none, it is too old, or it was used before. */
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
    // A redirect to where better-auth would say what was wrong.
    if (isAPIError(error) && error.statusCode < 500) return null
    throw error
  }
}
