import 'server-only'
import type { AuthCookie, AuthRequest } from './sign-in/cookies'
import { endSession } from './sign-in/sessions'

/** Ends the session of a request. @returns the cookies that take it out of the browser */
export async function signOut(request: AuthRequest): Promise<AuthCookie[]> {
  return endSession(request)
}
