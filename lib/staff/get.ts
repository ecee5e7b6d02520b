import 'server-only'
import type { AuthRequest } from './sign-in/cookies'
import { isStaffDeskReady } from './sign-in/secret'
import { readSession } from './sign-in/sessions'
import type { Staff } from './model/staff'

/** The member of staff who made a request, with their current role; null if the request has no valid session. */
export async function getStaff(request: AuthRequest, now: Date): Promise<Staff | null> {
  return isDeskOpen() ? readSession(request, now) : null
}

/**
 * Whether a request’s cookies belong to a valid session. Cookies without our signature are rejected before
 * the database is queried.
 */
export async function hasSession(cookie: string): Promise<boolean> {
  return (await getStaff({ cookie, userAgent: '' }, new Date())) !== null
}

/** Whether the desk can run with the current settings: with PostgreSQL it needs STAFF_SECRET. */
export function isDeskOpen(): boolean {
  return isStaffDeskReady()
}
