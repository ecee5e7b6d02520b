import 'server-only'
import type { AuthRequest } from './sign-in/cookies'
import { isStaffDeskReady } from './sign-in/secret'
import { readSession } from './sign-in/sessions'
import type { Staff } from './model/staff'

/** Who a request is from, with the role that they have now; null when nobody is signed in. */
export async function getStaff(request: AuthRequest, now: Date): Promise<Staff | null> {
  return isDeskOpen() ? readSession(request, now) : null
}

/**
 * Whether the cookies of a request are those of somebody who is signed in. What has no signature of ours
 * is told without asking the database.
 */
export async function hasSession(cookie: string): Promise<boolean> {
  return (await getStaff({ cookie, userAgent: '' }, new Date())) !== null
}

/** Whether the settings allow the desk: with PostgreSQL it needs STAFF_SECRET. */
export function isDeskOpen(): boolean {
  return isStaffDeskReady()
}
