import 'server-only'
import { parseRole, type Staff, maxSessionHours } from '../model/staff'
import { getAuth } from './auth'
import { type AuthCookie, type AuthRequest, readCookies, toHeaders } from './cookies'

/**
 * The member of staff who made a request; null if it has no valid session. Resets the idle timeout.
 * @throws StaffSecretError if the settings don’t allow the staff desk
 */
export async function readSession(request: AuthRequest, now: Date): Promise<Staff | null> {
  if (request.cookie === '') return null
  const auth = await getAuth()
  const found = await auth.api.getSession({ headers: toHeaders(request) })
  const role = parseRole(found?.user.role)
  if (!found || !role || found.user.removedAt) return null
  const { session, user } = found
  if (now.getTime() - session.createdAt.getTime() > maxSessionHours * 3_600_000) return null
  return { id: user.id, name: user.name, email: user.email, role, sessionId: session.id }
}

/** Ends a request’s session. @returns cookies that remove it from the browser */
export async function signOut(request: AuthRequest): Promise<AuthCookie[]> {
  const auth = await getAuth()
  const { headers } = await auth.api.signOut({ headers: toHeaders(request), returnHeaders: true })
  return readCookies(headers)
}
